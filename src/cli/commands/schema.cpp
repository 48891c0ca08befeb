#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/name_options.hpp"
#include "cli/output.hpp"
#include "protokoll/protokoll.hpp"
#include "register/schema.hpp"

namespace protokoll::cli {

extern const Command command_schema;
const Command command_schema{
    "schema", "Print the JSON Schema of the JSON output, or the tables of a register",
    "  protokoll schema > protokoll-1.json\n"
    "  protokoll schema --to sql",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto format = std::make_shared<std::string>("json");
      app.add_option("-t,--to", *format, "json: of documents; sql: of registers")->transform(one_of("value", {"json", "sql"}))->option_text("FORMAT");
      return [format](Session&) {
        Output output;
        output.write(*format == "sql" ? std::string(registers::schema()) : schema());
        output.finish();
        return clean;
      };
    }};

}  // namespace protokoll::cli

#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "protokoll/ground.hpp"
#include "protokoll/protokoll.hpp"
#include "register/schema.hpp"

namespace protokoll::cli {

extern const Command command_schema;
const Command command_schema{
    "schema", "Print the JSON Schema of the JSON output or of answers about minutes, or the tables of a register",
    "  protokoll schema > protokoll-1.json\n"
    "  protokoll schema --to answer > answer.json      for a service that is asked about minutes (see: protokoll ground)\n"
    "  protokoll schema --to sql",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto format = std::make_shared<std::string>("json");
      option(app, "-t,--to", *format, "json: of documents; answer: what a service that is asked about minutes should fill; sql: of registers").one_of("value", {"json", "answer", "sql"}).shown_as("FORMAT");
      return [format](Session&) {
        Output output;
        output.write(*format == "sql" ? std::string(registers::schema()) : *format == "answer" ? answer_schema() : schema());
        output.finish();
        return clean;
      };
    }};

}  // namespace protokoll::cli

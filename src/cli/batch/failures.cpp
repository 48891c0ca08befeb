#include "cli/batch/failures.hpp"

#include <nlohmann/json.hpp>

#include "protokoll/report.hpp"

namespace protokoll::cli::batch {

void Failures::add(const std::string& name, const std::string& error) {
  if (!output_) return;
  const nlohmann::ordered_json line{{"name", escaped(name)}, {"error", escaped(error)}};
  output_->write(line.dump() + "\n");
}

void Failures::finish() {
  if (output_) output_->finish();
}

}  // namespace protokoll::cli::batch

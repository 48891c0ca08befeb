/// All results one after the other, to standard output or into a file that appears at the end.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/batch/batch.hpp"
#include "cli/output.hpp"

namespace protokoll::cli::batch {

class PlainSink final : public Sink {
 public:
  PlainSink(const std::string& path, const std::string& head) : output_(path) { output_.write(head); }

  /// Every result, as soon as there is one; what failed is answered, too, if `answer` says how.
  void answer_at_once(std::function<std::string(const Document&)> answer);

  [[nodiscard]] bool writes_to_terminal() const override { return output_.is_terminal(); }
  void take(Document& document) override;
  /// A file is left as it was where the run was stopped or everything failed.
  [[nodiscard]] std::vector<std::string> finish(bool complete) override;

 private:
  Output output_;
  bool at_once_ = false;
  std::function<std::string(const Document&)> answer_;
  bool converted_ = false, failed_ = false;
};

}  // namespace protokoll::cli::batch

#include "cli/batch/plain_sink.hpp"

namespace protokoll::cli::batch {

void PlainSink::answer_at_once(std::function<std::string(const Document&)> answer) {
  at_once_ = true;
  answer_ = std::move(answer);
  output_.flush();
}

void PlainSink::take(Document& document) {
  const bool failed = document.outcome == Outcome::failed;
  (failed ? failed_ : converted_) = true;
  output_.write(failed && answer_ ? answer_(document) : document.text);
  if (at_once_) output_.flush();
}

std::vector<std::string> PlainSink::finish(bool complete) {
  if (complete && (converted_ || !failed_)) output_.finish();
  else output_.flush();
  return {};
}

}  // namespace protokoll::cli::batch

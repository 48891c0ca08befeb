#include "cli/batch/records.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "cli/batch/document.hpp"
#include "cli/batch/interrupt.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"

namespace protokoll::cli::batch {
namespace {

/// Takes name and text out of a record without a tree of what else it holds.
bool parse(const std::string& line, Document& document) {
  const auto record = nlohmann::json::parse(line, nullptr, false);
  if (!record.is_object()) return false;
  const auto name = record.find("name");
  const auto text = record.find("text");
  if (name != record.end() && name->is_string()) document.found.path = document.found.name = name->get<std::string>();
  if (text == record.end() || !text->is_string()) return false;
  document.bytes = text->get<std::string>();
  return true;
}

}  // namespace

bool Records::read_line(std::string& line) {
  while (true) {
    if (const auto end = buffer_.find('\n', searched_); end != std::string::npos) {
      line.assign(buffer_, begin_, end - begin_);
      begin_ = searched_ = end + 1;
      return true;
    }
    buffer_.erase(0, begin_);
    begin_ = 0;
    searched_ = buffer_.size();
    if (ended_) {
      line = std::exchange(buffer_, {});
      searched_ = 0;
      return !line.empty();
    }
    // Wakes up now and then: a signal may have gone to another thread.
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (::poll(&input, 1, 200) <= 0)
      if (Interrupt::signal() != 0) return false;
    constexpr std::size_t chunk = 64 * 1024;
    buffer_.resize(searched_ + chunk);
    const auto got = ::read(STDIN_FILENO, buffer_.data() + searched_, chunk);
    buffer_.resize(searched_ + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno != EINTR) throw Unusable(fmt::format("{}: cannot be read: {}", standard_input, std::strerror(errno)));
    ended_ = got == 0;
  }
}

Token Records::next() {
  std::string line;
  do {
    if (Interrupt::signal() != 0 || !read_line(line)) return nullptr;
    ++lines_;
  } while (line.find_first_not_of(" \t\r") == std::string::npos);
  auto document = std::make_unique<Document>();
  document->found.asked = true;
  document->found.path = document->found.name = fmt::format("{}:{}", standard_input, lines_);
  if (!parse(line, *document)) {
    document->outcome = Outcome::failed;
    document->error = fmt::format("{}:{}: is no record like {{\"name\": \"...\", \"text\": \"...\"}}", standard_input, lines_);
  }
  document->size = document->bytes.size();
  return document;
}

}  // namespace protokoll::cli::batch

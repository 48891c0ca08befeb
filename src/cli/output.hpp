/// Data to standard output or to a file that appears whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace protokoll::cli {

/// Nobody reads our standard output any more (`| head -1`): no error, but nothing is left to do.
struct ClosedPipe {};

class Output {
 public:
  /// To the file `path`; to standard output if it is empty or "-". Throws Unusable if that cannot be written.
  explicit Output(const std::string& path = {});
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Without `finish` a file is left as it was.
  ~Output();

  [[nodiscard]] bool is_terminal() const;
  /// Throws ClosedPipe or Unusable.
  void write(std::string_view data);
  /// Passes on what was written so far.
  void flush();
  /// Gives the file its name once its data are safely on disk.
  void finish();

 private:
  std::string path_;
  std::string temporary_;  // empty: written in place
  std::string buffer_;
  int descriptor_ = -1;
};

}  // namespace protokoll::cli

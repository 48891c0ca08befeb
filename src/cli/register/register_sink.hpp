/// Documents into one register, which appears whole at the end.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "cli/batch/batch.hpp"
#include "cli/batch/manifest.hpp"
#include "protokoll/model.hpp"
#include "register/people.hpp"
#include "register/rows.hpp"

namespace protokoll::cli {

struct RegisterOptions {
  std::string path;
  std::string
      options;  ///< fingerprint of all that decides about the content beside the documents; empty: nobody knows, and nothing can be taken up again
  bool resume = false;
  const Languages* languages = nullptr;  ///< those of the documents; null: built in
  registers::Aliases aliases = {};
  std::function<void(registers::Database&)> show = {};  ///< writes `path` from the register, which then does not stay; empty: `path` is the register
};

/// What a document brings to the sink, in `Document::task`.
using Read = std::shared_ptr<const Minutes>;

/// Beside `r.sqlite` stand `.r.sqlite.protokoll-part` while it is made, and then `.r.sqlite.protokoll-manifest`, which tells with which options
/// it was made and how long it is. A run that is taken up again changes a copy of the register and gives it the register's name at the end.
class RegisterSink final : public batch::Sink {
 public:
  explicit RegisterSink(const RegisterOptions& options);
  ~RegisterSink() override;

  [[nodiscard]] bool keeps(batch::Document& document) override;
  void take(batch::Document& document) override;
  [[nodiscard]] std::vector<batch::Failure> late_failures() override { return std::exchange(late_failures_, {}); }
  [[nodiscard]] std::vector<std::string> finish(bool complete) override;

 private:
  struct Known {
    std::int64_t id;
    std::string digest;
  };

  [[nodiscard]] std::string beside(std::string_view what) const;
  void load_known();
  /// The database that is written: an empty one or a copy of the register.
  registers::Rows& rows();
  [[nodiscard]] std::vector<std::string> take_out_vanished();
  void publish();
  template <class Act>
  auto guarded(const Act& act);

  RegisterOptions options_;
  std::string part_path_;
  std::unordered_map<std::string, Known> known_;  // documents of the register that is taken up again, by name
  bool resumes_ = false;
  std::unique_ptr<batch::ManifestWriter> manifest_;
  std::optional<registers::Database> database_;
  std::optional<registers::Rows> rows_;
  std::unordered_set<std::string> seen_;  // names
  std::vector<batch::Failure> late_failures_;
  bool converted_ = false, failed_ = false, published_ = false;
};

}  // namespace protokoll::cli

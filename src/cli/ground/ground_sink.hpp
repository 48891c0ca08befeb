/// The pairs of a `ground`: each proved in parallel; documents, reports or tables in their order.
#pragma once

#include <string>
#include <vector>

#include "cli/batch/batch.hpp"
#include "cli/check/report.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "protokoll/ground.hpp"

namespace protokoll::cli {

struct GroundFlags {
  GroundOptions options;
  std::string answer;   ///< of a single document; empty: it stands beside each
  std::string to;       ///< "json", "values", or empty: what the others ask for
  std::string format;   ///< of a report in the place of the document; empty: none
  std::string output;
  bool colors_output = false;
};

class GroundSink final : public batch::Sink {
 public:
  /// Throws Unusable on an unknown format.
  GroundSink(const GroundFlags& flags, const Messages& messages);

  /// Finds the answer. Throws Unusable if the output would be written over it.
  void announce(batch::Document& document) override;
  /// In parallel: `findings` says whether something is not stated.
  void work(batch::Document& document) const;
  void take(batch::Document& document) override;
  [[nodiscard]] std::vector<std::string> finish(bool complete) override;
  [[nodiscard]] bool writes_to_terminal() const override { return output_.is_terminal(); }

 private:
  [[nodiscard]] std::string shown(const std::string& name, std::string_view bytes, const Grounded& grounded) const;

  [[nodiscard]] std::string told(const std::string& name, std::string_view bytes, const Grounded& grounded) const;

  const GroundFlags& flags_;
  const Messages& messages_;
  const Report* report_ = nullptr;
  Output output_;
  bool began_ = false;
  std::size_t without_answer_ = 0;
};

}  // namespace protokoll::cli

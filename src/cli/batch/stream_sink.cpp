#include "cli/batch/stream_sink.hpp"

#include <fmt/format.h>

#include "cli/batch/digest.hpp"

namespace protokoll::cli::batch {
namespace {

constexpr std::size_t most_pending = std::size_t{4} << 20;
constexpr auto longest_pending = std::chrono::seconds(1);

}  // namespace

StreamSink::StreamSink(const StreamOptions& options, Work redo)
    : options_(options), redo_(std::move(redo)), part_path_(beside("part")), journal_path_(beside("journal")) {
  if (options_.resume) {
    old_ = Known(beside("manifest"), options_.options, options_.head.size());
    if (old_.usable() && file_size(options_.path) == old_.end_of_output()) old_output_ = open_file(options_.path);
    started_ = Known(journal_path_, options_.options, options_.head.size());
  }
  same_ = started_.usable() && file_size(part_path_) >= started_.end_of_output();
  journal_ = std::make_unique<ManifestWriter>(journal_path_, options_.options, same_ ? started_.end_of_manifest() : 0);
  part_ = open_file(part_path_);
  if (same_) {
    old_part_ = std::make_unique<ManifestReader>(journal_path_, options_.options);
    journal_size_ = old_part_->position();
    size_ = options_.head.size();
    return;
  }
  truncate_at(part_, 0, part_path_);
  write_all(part_, options_.head, part_path_);
}

std::string StreamSink::beside(std::string_view what) const {
  const auto name = options_.path.rfind('/') + 1;
  return fmt::format("{}.{}.protokoll-{}", options_.path.substr(0, name), options_.path.substr(name), what);
}

void StreamSink::announce(Document& document) {
  if (!options_.resume) return;
  const auto key = hash64(document.found.path);
  old_.see(key);
  started_.see(key);
  if (!old_part_) return;
  document.before = old_part_->next();
  document.journal_end = old_part_->position();
  // Behind the first difference the old part tells nothing; take() finds out in its turn.
  if (!document.before || document.before->key != key) {
    document.before.reset();
    old_part_.reset();
  }
}

bool StreamSink::keeps(Document& document) {
  const auto& before = document.before;
  if (same_ && before && before->outcome == Outcome::converted && before->digest == document.digest) {
    document.findings = before->findings;
    return true;
  }
  document.before.reset();
  const auto* result = old_output_ ? old_.find(hash64(document.found.path)) : nullptr;
  if (!result || result->digest != document.digest) return false;
  document.text = read_at(old_output_, result->offset, result->bytes);
  document.findings = result->findings;
  return document.text.size() == result->bytes;
}

bool StreamSink::stands_in_part(const Document& document) const {
  if (!same_ || !document.before) return false;
  return document.outcome == Outcome::kept || (document.outcome != Outcome::converted && document.outcome == document.before->outcome);
}

void StreamSink::take(Document& document) {
  if (stands_in_part(document)) {
    size_ += document.before->bytes;
    journal_size_ = document.journal_end;
    return;
  }
  if (same_) leave_old_part();
  // It was to be kept from the old part, but one before it has changed since.
  if (document.outcome == Outcome::kept && document.before) {
    redo_(document);
    document.outcome = Outcome::converted;
  }
  auto entry = entry_for(document);
  if (entry.outcome == Outcome::kept) entry.outcome = Outcome::converted;
  journal_->add(entry);
  pending_ += document.text;
  if (pending_.size() >= most_pending || std::chrono::steady_clock::now() - committed_ > longest_pending) commit();
}

void StreamSink::leave_old_part() {
  same_ = false;
  truncate_at(part_, size_, part_path_);
  journal_->truncate(journal_size_);
}

/// The journal never speaks of what is not safely in the part.
void StreamSink::commit() {
  write_all(part_, pending_, part_path_);
  pending_.clear();
  synchronise(part_, part_path_);
  journal_->flush();
  committed_ = std::chrono::steady_clock::now();
}

std::vector<std::string> StreamSink::finish(bool complete) {
  if (complete && same_) leave_old_part();
  commit();
  std::vector<std::string> sentences;
  if (!complete) return sentences;
  auto vanished = old_.vanished();
  if (vanished.empty()) vanished = started_.vanished();
  for (const auto& name : vanished) sentences.push_back(fmt::format("{}: is gone since the last run, and so are its results", name));
  journal_->synchronise();
  rename_file(part_path_, options_.path);
  rename_file(journal_path_, beside("manifest"));
  synchronise_folder_of(options_.path);
  return sentences;
}

}  // namespace protokoll::cli::batch

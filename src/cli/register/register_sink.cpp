#include "cli/register/register_sink.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "protokoll/report.hpp"
#include "register/links.hpp"
#include "register/schema.hpp"
#include "register/text.hpp"

namespace protokoll::cli {

/// Trouble with the database as a sentence with the register's name.
template <class Act>
auto RegisterSink::guarded(const Act& act) {
  try {
    return act();
  } catch (const Unusable&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw Unusable(fmt::format("{}: cannot be written: {}", options_.path, error.what()));
  }
}

RegisterSink::RegisterSink(const RegisterOptions& options) : options_(options), part_path_(beside("part")) {
  manifest_ = std::make_unique<batch::ManifestWriter>(beside("journal"), options_.options, 0);
  if (!options_.resume) return;
  const batch::Known known(beside("manifest"), options_.options);
  resumes_ = known.usable() && known.end_of_output() == batch::file_size(options_.path);
  if (resumes_) load_known();
}

RegisterSink::~RegisterSink() {
  rows_.reset();
  database_.reset();
  if (published_) return;
  ::unlink(part_path_.c_str());
  ::unlink(beside("journal").c_str());
}

std::string RegisterSink::beside(std::string_view what) const {
  const auto name = options_.path.rfind('/') + 1;
  return fmt::format("{}.{}.protokoll-{}", options_.path.substr(0, name), options_.path.substr(name), what);
}

void RegisterSink::load_known() {
  guarded([&] {
    const auto old = registers::Database::reading(options_.path);
    registers::Statement documents(old, "SELECT name, id, sha256 FROM document");
    for (bool row = documents.run(); row; row = documents.step())
      known_.emplace(documents.text(0), Known{documents.number(1), std::string(documents.text(2))});
  });
}

bool RegisterSink::keeps(batch::Document& document) {
  const auto known = known_.find(registers::valid_name(document.found.path));
  return known != known_.end() && known->second.digest == document.digest;
}

registers::Rows& RegisterSink::rows() {
  if (rows_) return *rows_;
  const auto part = batch::open_file(part_path_);
  batch::truncate_at(part, 0, part_path_);
  if (resumes_) std::filesystem::copy_file(options_.path, part_path_, std::filesystem::copy_options::overwrite_existing);
  database_.emplace(registers::Database::writing(part_path_));
  database_->run("BEGIN");
  if (!resumes_) database_->run(registers::schema());
  return rows_.emplace(*database_, options_.languages);
}

void RegisterSink::take(batch::Document& document) {
  using batch::Outcome;
  (document.outcome == Outcome::failed ? failed_ : converted_) = true;
  if (document.outcome != Outcome::converted && document.outcome != Outcome::kept) return;
  const auto name = registers::valid_name(document.found.path);
  if (!seen_.insert(name).second) {
    late_failures_.push_back(
        {document.found.path, fmt::format("{}: comes a second time; the first is in the register", escaped(document.found.path))});
    return;
  }
  if (document.outcome == Outcome::kept) return;
  guarded([&] {
    auto& rows = this->rows();
    if (const auto known = known_.find(name); known != known_.end()) rows.remove(known->second.id);
    rows.add(*std::any_cast<const Read&>(document.task));
  });
}

std::vector<std::string> RegisterSink::take_out_vanished() {
  std::vector<std::pair<std::string, std::int64_t>> vanished;
  for (const auto& [name, known] : known_)
    if (!seen_.contains(name)) vanished.emplace_back(name, known.id);
  std::sort(vanished.begin(), vanished.end());
  std::vector<std::string> sentences;
  for (const auto& [name, id] : vanished) {
    rows().remove(id);
    sentences.push_back(fmt::format("{}: is gone since the last run, and so is what the register had of it", escaped(name)));
  }
  return sentences;
}

std::vector<std::string> RegisterSink::finish(bool complete) {
  if (!complete || (failed_ && !converted_)) return {};
  return guarded([&] {
    auto sentences = take_out_vanished();
    // What has not changed stays as it is, to its date.
    if (!resumes_ || rows_) publish();
    return sentences;
  });
}

void RegisterSink::publish() {
  static_cast<void>(rows());
  rows_.reset();
  known_.clear();
  seen_.clear();
  registers::link_meetings(*database_, options_.languages);
  registers::join_people(*database_, options_.aliases);
  database_->run("COMMIT");
  if (options_.show) return options_.show(*database_);
  database_->close();
  database_.reset();
  const auto size = batch::file_size(part_path_);
  const auto part = batch::open_file(part_path_);
  struct stat before {};
  if (::stat(options_.path.c_str(), &before) == 0) static_cast<void>(::fchmod(part.get(), before.st_mode & 07777));
  batch::synchronise(part, part_path_);
  // No manifest ever speaks of another register than the one beside it.
  ::unlink(beside("manifest").c_str());
  batch::rename_file(part_path_, options_.path);
  if (options_.options.empty()) {
    ::unlink(beside("journal").c_str());
  } else {
    manifest_->add({.name = options_.path, .outcome = batch::Outcome::converted, .bytes = size});
    manifest_->flush();
    manifest_->synchronise();
    batch::rename_file(beside("journal"), beside("manifest"));
  }
  published_ = true;
  batch::synchronise_folder_of(options_.path);
}

}  // namespace protokoll::cli

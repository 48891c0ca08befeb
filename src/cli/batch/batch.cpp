#include "cli/batch/batch.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <exception>
#include <new>
#include <optional>

#include "cli/batch/digest.hpp"
#include "cli/batch/duplicates.hpp"
#include "cli/batch/failures.hpp"
#include "cli/batch/interrupt.hpp"
#include "cli/batch/progress.hpp"
#include "cli/batch/records.hpp"
#include "cli/input.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli::batch {
namespace {

constexpr std::size_t most_duplicates_named = 10;

bool shows_progress(const Options& options, const Run& how, const Sink& sink, const Session& session) {
  if (options.progress == "always") return true;
  return !sink.writes_to_terminal() && options.progress == "auto" && how.summarise && session.messages.volume() != Volume::quiet && ::isatty(STDERR_FILENO);
}

/// Counts beforehand what a walk will find; nobody can for what comes from standard input.
std::function<Extent(const std::atomic<bool>&)> measure(const Options& options, const Run& how) {
  const bool streamed = how.from_records || options.files_from == "-";
  if (streamed) return {};
  return [&options, &how](const std::atomic<bool>& stop) {
    Extent extent;
    Walk walk(options, how.own_outputs);
    while (const auto found = stop ? std::nullopt : walk.next()) {
      ++extent.documents;
      extent.bytes += file_size(found->path);
    }
    return extent;
  };
}

class Batch {
 public:
  Batch(const Options& options, const Run& how, const Work& work, Sink& sink, Session& session)
      : options_(options), how_(how), work_(work), sink_(sink), session_(session), walk_(options, how.own_outputs), failures_(options.errors),
        progress_(shows_progress(options, how, sink, session), measure(options, how)) {}

  Result run() {
    const Interrupt interrupt;
    run_in_order(threads_for(options_.jobs), [&] { return next(); }, [&](Document& document) { work(document); }, [&](Document& document) { take(document); });
    progress_.wipe();
    if (trouble_) std::rethrow_exception(trouble_);
    const auto complete = !stopped_ && Interrupt::signal() == 0;
    for (const auto& sentence : sink_.finish(complete)) session_.messages.error(sentence);
    take_late_failures();
    failures_.finish();
    say_what_was_done();
    int status = out_of_space_ ? unusable : summary_.status();
    if (Interrupt::signal() != 0) status = 128 + Interrupt::signal();
    return {summary_, status};
  }

 private:
  Token next() {
    if (stopped_ || Interrupt::signal() != 0) return nullptr;
    if (how_.source) return announced(how_.source());
    if (how_.from_records) return records_.next();
    try {
      auto found = walk_.next();
      if (!found) return nullptr;
      auto document = std::make_unique<Document>();
      document->found = std::move(*found);
      return announced(std::move(document));
    } catch (const Unusable&) {
      trouble_ = std::current_exception();
      return nullptr;
    }
  }

  Token announced(Token document) {
    if (document) sink_.announce(*document);
    return document;
  }

  void work(Document& document) const {
    if (document.outcome == Outcome::failed) return;
    try {
      read(document);
      if (document.outcome == Outcome::skipped) return;
      if (sink_.keeps(document)) {
        document.outcome = Outcome::kept;
      } else {
        work_(document);
        sink_.prepare(document);
      }
    } catch (const Unusable& error) {
      fail(document, error.what());
    } catch (const std::bad_alloc&) {
      fail(document, fmt::format("{}: needs more memory than there is", document.found.path));
    }
    // The sink may have to redo what it keeps.
    if (document.outcome != Outcome::kept) document.bytes = {};
  }

  void read(Document& document) const {
    auto& found = document.found;
    if (!found.trouble.empty()) throw Unusable(fmt::format("{}: {}", found.path, found.trouble));
    if (!how_.from_records) {
      try {
        auto input = read_input(found.path);
        found.path = std::move(input.name);
        document.bytes = std::move(input.bytes);
      } catch (const NoText&) {
        if (found.asked) throw;
        document.outcome = Outcome::skipped;
      }
      document.size = document.bytes.size();
    }
    if (how_.need_digests) document.digest = sha256(document.bytes);
  }

  static void fail(Document& document, std::string why) {
    document.outcome = Outcome::failed;
    document.error = std::move(why);
    document.text.clear();
  }

  void take(Document& document) {
    if (stopped_) return sink_.drop(document);
    sink_.take(document);
    summary_.add(document);
    take_late_failures();
    if (document.outcome == Outcome::failed) {
      say_failed(document.found.path, document.error);
      stopped_ = options_.fail_fast || document.fatal;
      out_of_space_ = document.fatal;
    }
    if (how_.show_reports && !document.report.empty()) {
      progress_.wipe();
      session_.messages.print(document.report);
    }
    note_duplicate(document);
    progress_.advance(document.found.path, document.size);
  }

  void take_late_failures() {
    for (const auto& [name, error] : sink_.late_failures()) {
      summary_.add_late_failure();
      say_failed(name, error);
    }
  }

  void say_failed(const std::string& name, const std::string& error) {
    progress_.wipe();
    session_.messages.error(error);
    failures_.add(name, error);
  }

  void note_duplicate(const Document& document) {
    if (!how_.summarise || document.digest.empty() || document.outcome == Outcome::failed) return;
    const auto first = duplicates_.find_or_add(document.digest, document.found.path);
    if (first.empty()) return;
    summary_.add_duplicate();
    const auto volume = session_.messages.volume();
    if (volume == Volume::quiet || (volume == Volume::normal && summary_.duplicates() > most_duplicates_named)) return;
    progress_.wipe();
    session_.messages.error(fmt::format("{}: has the same content as {}", document.found.path, first));
  }

  void say_what_was_done() {
    const auto& messages = session_.messages;
    const auto& left_out = how_.left_out ? *how_.left_out : walk_.left_out();
    if (messages.volume() != Volume::quiet && how_.summarise) {
      if (duplicates_.full()) messages.error("memory for duplicates is used up; later ones were not looked for");
      messages.error(summary_.line(how_.done, left_out));
      if (summary_.documents() == 0 && !how_.from_records) messages.error("no document was found");
      if (const auto sentence = other_kinds(left_out); !sentence.empty()) messages.error(sentence);
    }
    const auto stopped = stopped_ || Interrupt::signal() != 0;
    if (stopped) messages.error(fmt::format("stopped before the end{}{}", how_.how_to_resume.empty() ? "" : "; ", how_.how_to_resume));
  }

  const Options& options_;
  const Run& how_;
  const Work& work_;
  Sink& sink_;
  Session& session_;
  Walk walk_;
  Records records_;
  Duplicates duplicates_;
  Failures failures_;
  Summary summary_;
  bool out_of_space_ = false;
  std::exception_ptr trouble_;  // that ends the run, once the documents before are taken
  std::atomic<bool> stopped_{false};  // set by the last stage, read by the first
  Progress progress_;
};

}  // namespace

Result run(const Options& options, const Run& how, const Work& work, Sink& sink, Session& session) {
  return Batch(options, how, work, sink, session).run();
}

}  // namespace protokoll::cli::batch

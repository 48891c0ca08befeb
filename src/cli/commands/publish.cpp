#include "protokoll/publish.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "cli/batch/batch.hpp"
#include "cli/batch/clash.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/read_flags.hpp"
#include "protokoll/names.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string output, format;
  std::string closed = "number", parts = "all";
  std::vector<std::string> keep, keep_names, keep_words;
  bool verify = false;
  ReadFlags read;
};

/// A name, or the names in a file, a line each.
void add_names(const std::string& value, std::vector<std::string>& names) {
  if (!std::filesystem::is_regular_file(value)) {
    names.push_back(value);
    return;
  }
  const auto text = read_input(value).bytes;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) names.push_back(std::move(line));
    at = end + 1;
  }
}

PublishOptions publish_options(const Options& options) {
  PublishOptions publishing{.read = options.read.options};
  publishing.closed_titles = options.closed == "title";
  publishing.ordinary_words = options.parts == "names";
  for (const auto& group : options.keep) {
    publishing.keep_chair = publishing.keep_chair || group == "chair";
    publishing.keep_secretary = publishing.keep_secretary || group == "secretary";
    publishing.keep_presenters = publishing.keep_presenters || group == "presenters";
    publishing.keep_officers = publishing.keep_officers || group == "officers";
  }
  for (const auto& name : options.keep_names) add_names(name, publishing.keep_names);
  for (const auto& word : options.keep_words) add_names(word, publishing.keep_words);
  return publishing;
}

std::string place(std::string_view name, std::string_view bytes, std::size_t byte) {
  const auto [line, column] = position(bytes, byte);
  return fmt::format("{}:{}:{}", escaped(name), line, column);
}

/// Who is behind each mark, how much of each kind went, and every place of what is uncertain; with --verbose every place.
std::string describe(const Input& input, const Publication& publication, bool verbose) {
  std::map<RemovalKind, int> counts;
  std::size_t uncertain = 0;
  for (const auto& removal : publication.removals) {
    ++counts[removal.kind];
    uncertain += !removal.uncertain.empty();
  }
  std::string text = fmt::format("{}: taken out:", escaped(input.name));
  std::string_view separator = " ";
  for (const auto& [kind, count] : counts) {
    text += fmt::format("{}{} {}", separator, to_string(kind), count);
    separator = ", ";
  }
  text += counts.empty() ? " nothing\n" : fmt::format("; uncertain of these {}\n", uncertain);
  for (const auto& person : publication.people) text += fmt::format("  {} = {} ({} {})\n", escaped(person.mark), escaped(person.name), person.places, person.places == 1 ? "place" : "places");
  for (const auto& removal : publication.removals) {
    if (!verbose && removal.uncertain.empty()) continue;
    text += fmt::format("{}: {}: '{}'", place(input.name, input.bytes, removal.span.begin), to_string(removal.kind), escaped(removal.words));
    if (!removal.mark.empty()) text += fmt::format(" -> {}", escaped(removal.mark));
    if (!removal.uncertain.empty()) text += fmt::format(" (uncertain: {})", removal.uncertain);
    text += '\n';
  }
  const bool parts = std::any_of(publication.removals.begin(), publication.removals.end(), [](const Removal& removal) { return removal.uncertain == a_part_of_a_word; });
  if (parts) text += "  --parts names, or --keep-word WORD, lets ordinary words stay that hold a name\n";
  return text;
}

/// What holds letters of a name and stays.
std::string describe_ordinary(const PublicationProof& proof) {
  std::string text;
  for (const auto& [word, count] : proof.ordinary) text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", escaped(word), count);
  return text.empty() ? text : fmt::format("  left as ordinary words though they hold a name: {}\n", text);
}

std::string describe(const Input& published, const PublicationProof& proof) {
  std::string text;
  for (const auto& leak : proof.leaks) text += fmt::format("{}: leak: {}\n", place(published.name, published.bytes, leak.span.begin), escaped(leak.what));
  if (proof.change) text += fmt::format("{}: changed: {}\n", place(published.name, published.bytes, proof.change->span.begin), escaped(proof.change->what));
  if (proof.ok()) return fmt::format("{}: proven: none of {} words of names, addresses and numbers is left, and nothing else changed\n", escaped(published.name), proof.searched) + describe_ordinary(proof);
  return text + fmt::format("{}: NOT proven: {} leaks, {}\n", escaped(published.name), proof.leaks.size(), proof.change ? "and something else changed" : "nothing else changed");
}

/// The format of the output: that of the input (empty), or one that --to or the output's extension names.
std::string choose_format(const Options& options) {
  if (options.format.empty()) return {};
  std::vector<std::string_view> names;
  for (const auto& entry : formats()) {
    if (same_name(entry.name, options.format) || same_name(entry.extension, options.format)) return std::string(entry.name);
    names.push_back(entry.name);
  }
  throw Unusable(unknown_name("format", options.format, names));
}

std::string in_format(const Publication& publication, const Options& options, const std::string& format) {
  if (format.empty()) return publication.bytes;
  auto read_options = options.read.options;
  read_options.dialect = publication.dialect;
  read_options.language = publication.language;
  // The input's name may be one that was taken out.
  read_options.name = options.output.empty() || options.output == "-" ? std::string() : std::filesystem::path(options.output).filename().string();
  return header(format) + write(read(publication.bytes, read_options), format);
}

void refuse_clashes(const Options& options) {
  batch::Options inputs;
  inputs.inputs = options.files;
  batch::refuse_clashes(inputs, [&] {
    batch::Plan plan;
    plan.outputs = {options.output};
    plan.standard_output = options.output.empty() || options.output == "-";
    plan.also_read = options.read.language_files.paths();
    for (const auto* list : {&options.keep_names, &options.keep_words})
      for (const auto& value : *list)
        if (std::filesystem::is_regular_file(value)) plan.also_read.push_back(value);
    return plan;
  });
}

int verify(const Options& options, Session& session) {
  if (options.files.size() != 2) throw Unusable("--verify: name the original and its public edition");
  if (!options.output.empty() || !options.format.empty()) throw Unusable("--verify: reads both files and writes nothing; it takes no -o and no --to");
  const auto original = read_input(options.files[0]), published = read_input(options.files[1]);
  const auto proof = verify_publication(original.bytes, published.bytes, publish_options(options));
  const auto text = describe(published, proof);
  if (!proof.ok()) {
    session.messages.print(text);
    return findings;
  }
  Output output;
  output.write(text);
  output.finish();
  return clean;
}

int run(Options& options, Session& session) {
  if (options.files.empty() && !options.verify) {
    if (::isatty(STDIN_FILENO)) throw Unusable("no input: name a file, or - for standard input");
    options.files.push_back("-");
  }
  prepare(options.read);
  if (options.verify) return verify(options, session);
  if (options.files.size() > 1) throw Unusable("one document at a time: what is taken out is for its clerk to read");
  const auto format = choose_format(options);
  refuse_clashes(options);
  const auto input = read_input(options.files[0]);
  const auto publishing = publish_options(options);
  Publication publication;
  try {
    publication = publish(input.bytes, publishing);
  } catch (const std::invalid_argument& error) {
    throw Unusable(fmt::format("{}: {}", input.name, error.what()));
  }
  // What the proof finds is never written.
  const auto proof = verify_publication(input.bytes, publication.bytes, publishing);
  if (!proof.ok()) {
    session.messages.print(describe({"public edition", publication.bytes}, proof));
    throw Unusable(fmt::format("{}: the public edition cannot be proven; nothing was written", input.name));
  }
  Output output(options.output);
  output.write(in_format(publication, options, format));
  output.finish();
  if (session.messages.volume() != Volume::quiet) session.messages.print(describe(input, publication, session.messages.volume() == Volume::verbose) + describe_ordinary(proof));
  return clean;
}

void declare(CLI::App& app, Options& options) {
  option(app, "FILE", options.files, "The minutes, or - for standard input; with --verify also their public edition").shown_as(" ");
  option(app, "-o,--output", options.output, "File to write; never the one that is read").shown_as("PATH");
  option(app, "-t,--to", options.format, "Format of the output instead of the input's own (see: protokoll formats)").shown_as("FORMAT");
  option(app, "--closed", options.closed, "What stays of a closed item: its number, or number and title").shown_as("WHAT").one_of("part of a closed item", {"number", "title"});
  option(app, "--keep", options.keep, "Whose names stay: chair, secretary, presenters, officers (all who bear an office), with commas")
      .with_commas()
      .shown_as("WHO")
      .one_of("group", {"chair", "secretary", "presenters", "officers"});
  option(app, "--keep-name", options.keep_names, "A name that stays, or a file with one a line; again for each").one_each().shown_as("FILE");
  option(app, "--keep-word", options.keep_words, "A word that is no name here and stays, or a file with one a line; again for each").one_each().shown_as("FILE");
  option(app, "--parts", options.parts, "Which longer words go for four letters of a name in them: all, or names: those that may speak of its bearer").shown_as("WHICH").one_of("kind of words", {"names", "all"});
  flag(app, "--verify", options.verify, "Prove FILE's public edition, the second file, made with the same options: exit status 0 proven, 1 not");
  declare(app, options.read);
}

}  // namespace

extern const Command command_publish;
const Command command_publish{
    "publish", "Make the public edition of minutes: without the closed part, names, addresses and telephone numbers; and prove it",
    "  protokoll publish minutes.html -o public.html\n"
    "  protokoll publish minutes.md --keep chair,secretary,presenters --closed title -o public.md\n"
    "  protokoll publish --verify minutes.html public.html\n"
    "  protokoll publish minutes.txt --keep-name 'Mia Ott' --keep-word Bank -o public.txt 2> taken-out.txt",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      declare(app, *options);
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

#!/usr/bin/python3
"""Reads the sources and fails where they break the picture in DESIGN.md.

    includes.py [ROOT]

1. An #include that runs backwards: bytes - source - reader - document - words - structure - facts - minutes - model - writer; writers and rules know
   the public headers only; no plug-in knows another; gumbo and md4c stay in their reader.
2. A word of a natural language in C++: a word of six letters or more out of src/languages/*.json in a string literal of
   the readers or of what understands, or a letter beyond ASCII in any string literal.
3. Two types of one name in one namespace.
"""
import json
import pathlib
import re
import sys
import tempfile
import unicodedata

# What a folder may include beside the public headers; the command line reads files and points at their lines, hence source.
# "own" is the folder of the including file's own name (src/readers/html.cpp: readers/html/).
ALLOWED = {
    "source": ["source/"],
    "document": ["document/", "source/"],
    "readers": ["readers/reader.hpp", "readers/support/", "own", "document/", "source/"],
    "flat": ["flat/"],
    "layout": ["languages/", "weights/"],
    "languages": ["languages/", "flat/", "plugins.hpp"],
    "table": ["table/", "document/", "source/", "languages/"],
    "words": ["words/", "document/", "languages/"],
    "weights": ["weights/", "flat/", "plugins.hpp"],
    # A line of a vote is no heading: the one question that structure puts to facts.
    "structure": ["structure/", "facts/votes/votes.hpp", "weights/", "table/", "words/", "document/", "source/", "languages/", "plugins.hpp"],
    "facts": ["facts/", "weights/", "structure/", "table/", "words/", "document/", "source/", "languages/", "plugins.hpp"],
    "minutes": ["minutes/", "facts/", "structure/", "weights/", "table/", "words/", "document/", "source/", "languages/"],
    "writers": ["writers/writer.hpp", "writers/support/", "own"],
    "rules": ["rules/rule.hpp", "rules/support/", "own", "source/source.hpp"],
    "check": ["check/", "rules/rule.hpp", "source/source.hpp", "plugins.hpp"],
    "verify": ["verify/", "source/", "readers/reader.hpp", "words/", "document/", "languages/", "plugins.hpp"],
    "register": ["register/", "writers/support/"],
    "diff": ["diff/", "source/source.hpp", "writers/support/", "writers/markdown/escape.hpp"],
    "cli": ["cli/", "register/", "source/"],
}
# HTML stands in the cells of the tabbed dialect and between the lines of Markdown; Markdown between the rows of the tabbed dialect.
# The page that shows a document knows the document.
ALSO = {"writers/support": ["plugins.hpp"], "writers/html": ["document/printed.hpp"], "readers/tabbed": ["readers/html/", "readers/markdown/markdown.hpp"], "readers/markdown": ["readers/html/html.hpp"],
        # One reader of lines for all light markups; HTML may stand between their lines too.
        **{f"readers/{markup}": ["readers/text/read.hpp"] for markup in ("asciidoc", "log", "org", "rst", "wiki")}, "readers/text": ["readers/html/order.hpp"]}
# What the readers' formats call things: a property of CSS, a directive of reStructuredText.
FORMAT_WORDS = {"position", "contents"}
# Questions that weights answer are named in English (src/weights).
QUESTION_WORDS = {"status"}
# Files directly in src/ tie the stages together.
GLUE = ["weights/", "flat/", "source/", "document/", "readers/reader.hpp", "languages/", "table/", "minutes/", "writers/writer.hpp", "writers/support/", "rules/rule.hpp",
        "plugins.hpp", "read.hpp", "verify/"]
LIBRARY_ONLY_IN = {"gumbo.h": "readers/html", "md4c.h": "readers/markdown", "CLI/": "cli/", "md4c-html.h": "readers/markdown", "sqlite3.h": "register/"}
WITHOUT_WORDS = ("readers", "document", "table", "words", "weights", "structure", "facts", "minutes")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.M)
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|(?:u8|[uUL])?R"(?P<mark>[^()\s\\]{0,16})\((?P<raw>.*?)\)(?P=mark)"|"(?P<text>(?:\\.|[^"\\\n])*)"|\'(?:\\.|[^\'\\\n])+\'', re.S)


def allowed_includes(relative):
    """Prefixes of project headers that the file may include; `relative` is its path under src/."""
    parts = relative.parts
    if len(parts) == 1:
        return GLUE + [relative.stem + ".hpp"]
    stem = parts[1] if len(parts) > 2 else relative.stem
    prefixes = [f"{parts[0]}/{stem}/" if prefix == "own" else prefix for prefix in ALLOWED.get(parts[0], [])]
    return prefixes + ALSO.get(f"{parts[0]}/{stem}", [])


def backward_includes(root):
    source = root / "src"
    headers = {path.relative_to(source).as_posix() for path in source.rglob("*.hpp")}
    for path in sorted([*source.rglob("*.[ch]pp"), *(root / "include").rglob("*.hpp")]):
        public = source not in path.parents
        relative = path.relative_to(root / "include" if public else source)
        prefixes = [] if public else allowed_includes(relative)
        text = path.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            name = match[1] or match[2]
            line = text.count("\n", 0, match.start()) + 1
            for library, home in LIBRARY_ONLY_IN.items():
                if name.startswith(library) and not relative.as_posix().startswith(home):
                    yield f"{path.relative_to(root)}:{line}: {name} is for {home} only"
            beside = (relative.parent / name).as_posix()
            project = name if name in headers else beside if beside in headers else None
            if project and not any(project.startswith(prefix) for prefix in prefixes):
                yield f"{path.relative_to(root)}:{line}: must not include {project}"


def vocabulary(value, said=False):
    """(what the language says, what the code calls it): the strings of a language file, taken apart.

    Said are the strings of lists, what the writer prints, the basic forms of attachments, and keys with a number ("Januar": 1); other keys and values are names in the code.
    """
    if isinstance(value, dict):
        for name, entry in value.items():
            yield (name, "") if isinstance(entry, int) or said else ("", name)
            yield from vocabulary(entry, said or name in ("writer", "attachments"))
    elif isinstance(value, list):
        for entry in value:
            yield from vocabulary(entry, True)
    elif isinstance(value, str):
        yield (value, "") if said else ("", value)


def words_of(text):
    return {word for word in re.findall(r"[^\W\d_]{6,}", text.lower())}


def language_words(root):
    """Each language's words of six letters or more."""
    words = {}
    for path in sorted((root / "src" / "languages").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        # Features have English names, as diagnostics are English sentences: common words of English prove nothing.
        if path.stem == "en":
            data.pop("classes", None)
        said, called = (set().union(*map(words_of, side)) for side in zip(*vocabulary(data)))
        words[path.stem] = said - called
    for stem in words:
        words[stem] -= named_features(root) if stem == "en" else english_classes(root)
    return words


def english_classes(root):
    path = root / "src" / "languages" / "en.json"
    classes = json.loads(path.read_text(encoding="utf-8")).get("classes", {}) if path.exists() else {}
    return words_of(" ".join(form for forms in classes.values() for form in forms)) | named_features(root)


def named_features(root):
    """Words that the files of weights use in the names of questions and features."""
    return {word for path in (root / "src" / "weights").glob("*.json") for word in words_of(" ".join([path.stem, *json.loads(path.read_text(encoding="utf-8"))["weights"]]))}


def literals(text):
    for match in TOKEN.finditer(text):
        content = match["raw"] if match["raw"] is not None else match["text"]
        if content is not None:
            yield text.count("\n", 0, match.start()) + 1, content


def is_message(literal):
    """A diagnostic is an English sentence and may say "meeting"; a word to look for stands alone or with one other."""
    return len(literal.split()) > 2


def natural_words(root):
    languages = language_words(root)
    source = root / "src"
    for path in sorted(source.rglob("*.[ch]pp")):
        folder = path.relative_to(source).parts[0]
        if folder == "languages":
            continue
        text = INCLUDE.sub("", path.read_text(encoding="utf-8"))
        for line, literal in literals(text):
            place = f"{path.relative_to(root)}:{line}"
            foreign = [char for char in literal if ord(char) > 127 and unicodedata.category(char).startswith("L")]
            if foreign:
                yield f'{place}: letter beyond ASCII in "{literal[:60]}"'
            if folder not in WITHOUT_WORDS:
                continue
            spoken = words_of(literal) - (FORMAT_WORDS if folder == "readers" else QUESTION_WORDS if folder == "facts" else set())
            for language, words in languages.items():
                hits = spoken & words
                if hits and not (language == "en" and is_message(literal)):
                    yield f'{place}: "{sorted(hits)[0]}" is a word of {language}; it belongs into src/languages'


def types_named_twice(root):
    """Types of headers with the name of another in the same namespace: the linker takes one for both and says nothing."""
    known = {}
    for path in sorted([*(root / "src").rglob("*.hpp"), *(root / "include").rglob("*.hpp")]):
        text = path.read_text(encoding="utf-8")
        space = re.search(r"^namespace ([\w:]+) \{", text, re.M)
        for match in re.finditer(r"^(?:struct|class|enum class) (\w+)[^;{\n]*\{", text, re.M):
            place = f"{path.relative_to(root)}:{text.count(chr(10), 0, match.start()) + 1}"
            first = known.setdefault((space[1] if space else "", match[1]), place)
            if first != place:
                yield f"{place}: {match[1]} is a type of {first} too"


def self_check():
    """A forged tree with one fault of each kind: every one must be found, and nothing else."""
    files = {
        "include/protokoll/model.hpp": "",
        "src/source/source.hpp": '#include "minutes/words.hpp"\n',                       # backwards
        "src/document/document.hpp": '#include "source/source.hpp"\n',
        "src/readers/reader.hpp": '#include "document/document.hpp"\n',
        "src/readers/html/html.hpp": '#include <gumbo.h>\n#include "languages/language.hpp"\n',  # a reader knows no language
        "src/readers/tabbed/rows.hpp": "",
        "src/readers/html.cpp": '#include "readers/html/html.hpp"\n#include "readers/tabbed/rows.hpp"\n',  # another reader's
        "src/readers/markdown/markdown.hpp": '#include <md4c.h>\n',
        "src/readers/markdown.cpp": '#include "readers/html/html.hpp"\n',
        "src/readers/tabbed.cpp": '#include "readers/html/html.hpp"\n#include "readers/markdown/markdown.hpp"\n',
        "src/languages/language.hpp": "",
        "src/languages/de.json": '{"months": {"Januar": 1}, "labels": {"decision": ["Beschluss"]}, "lists": {"votes": ["einstimmig"]}}',
        "src/languages/en.json": '{"labels": {"decision": ["Resolved"]}, "classes": {"adopt": ["adopted"]}}',
        "src/minutes/words.hpp": '#include <gumbo.h>\n',                                 # gumbo outside its reader
        "src/minutes/analysis.cpp": '// "Beschluss" in a comment is fine\nauto a = "einstimmig angenommen von allen";\nauto b = "resolved";\n'
                                     'auto c = "this is not resolved at all";\nauto d = "decision number";\nauto j = "januar";\nchar e = \'"\';\n',
        "src/writers/writer.hpp": '#include "protokoll/model.hpp"\n',
        "src/writers/json.cpp": '#include "document/document.hpp"\nauto a = R"(f\u00fcr)";\n',  # a writer knows the model only; a letter
        "src/rules/rule.hpp": "namespace protokoll {\nstruct Cut {};\n",
        "src/table/table.hpp": "namespace protokoll {\nstruct Cut;\nstruct Cut {};\n",   # the same name, and a declaration, which is fine
        "src/cli/main.cpp": '#include "source/source.hpp"\n#include "document/document.hpp"\n',   # the command line knows no document
    }
    expected = ["src/source/source.hpp:1", "src/readers/html/html.hpp:2", "src/readers/html.cpp:2", "src/minutes/words.hpp:1",
                "src/minutes/analysis.cpp:2", "src/minutes/analysis.cpp:3", "src/minutes/analysis.cpp:6", "src/writers/json.cpp:1", "src/writers/json.cpp:2", "src/cli/main.cpp:2", "src/table/table.hpp:3"]
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8")
        found = [complaint.split(": ")[0] for complaint in [*backward_includes(root), *natural_words(root), *types_named_twice(root)]]
    assert sorted(found) == sorted(expected), f"the check itself is wrong: {sorted(found)}"


def main():
    self_check()
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()
    complaints = [*backward_includes(root), *natural_words(root), *types_named_twice(root)]
    for complaint in complaints:
        print(complaint)
    print(f"{len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Plain sentences that give somebody something to do, and near misses (tests/fit/given/LANGUAGE.tsv: CLASS, sentence, who, due; T gives a task, P
only looks like it), set as minutes: what is found of them, with whom and by when?

usage: given.py [-v] [--most N] TOOL

Exit status 1 if more than N sentences are read wrongly.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HEAD = {"de": "# Protokoll der Sitzung vom 5. März 2024\n\nAnwesend: ", "en": "# Minutes of the meeting of 5 March 2024\n\nPresent: ", "fr": "# Procès-verbal de la réunion du 5 mars 2024\n\nPrésents : ",
        "it": "# Verbale della riunione del 5 marzo 2024\n\nPresenti: ", "nl": "# Notulen van de vergadering van 5 maart 2024\n\nAanwezig: ", "es": "# Acta de la reunión del 5 de marzo de 2024\n\nAsistentes: "}


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        yield (line.split("\t") + ["", "", ""])[:4]


def document(language, sentences):
    names = dict.fromkeys(name for kind, _, who, _ in sentences for name in who.split(";") if " " in name)
    text = HEAD[language] + ", ".join(names) + "\n"
    for number, (_, sentence, _, _) in enumerate(sentences):
        text += f"\n## {number + 1}. Punkt {number + 1}\n\n{sentence}\n"
    return text


def actions_of(node):
    yield from node.get("actions") or []
    for item in node.get("agenda", node.get("items")) or []:
        yield from actions_of(item)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--most", type=int, default=0)
    options = parser.parse_args()
    wrong = total = 0
    for path in sorted((pathlib.Path(__file__).parent / "fit" / "given").glob("*.tsv")):
        sentences = list(rows(path))
        with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as file:
            file.write(document(path.stem, sentences))
            file.flush()
            data = pathlib.Path(file.name).read_bytes()
            found = list(actions_of(json.loads(subprocess.run([options.tool, "convert", "--to", "json", file.name], capture_output=True, check=True).stdout)))
        faults = []
        for kind, sentence, who, due in sentences:
            at = data.find(f"\n{sentence}\n".encode())
            mine = [a for a in found if at <= a["span"][0] < at + len(sentence.encode()) + 1]
            people = ";".join(p["name"] for a in mine for p in a.get("assignees") or [])
            if kind == "T" and not mine:
                faults.append(f"missed: {sentence}")
            elif kind != "T" and mine:
                faults.append(f"no task: {sentence}")
            elif kind == "T" and (people != who or (mine[0].get("due") or "") != due):
                faults.append(f"{people or 'nobody'}, {mine[0].get('due') or 'no date'}: {sentence}")
        print(f"{path.stem}: {len(sentences) - len(faults)} of {len(sentences)}")
        if options.v:
            print("".join(f"    {fault}\n" for fault in faults), end="")
        wrong += len(faults)
        total += len(sentences)
    print(f"{wrong} of {total} read wrongly")
    return int(wrong > options.most)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""Fits the weights of "task" (does this sentence give somebody something to do? src/facts/tasks/task_signs.hpp), "doer" (does this one of those that a
task names have to do it? src/facts/tasks/task_doer.hpp) and "status" (does it say that the item was put off or taken off the agenda? src/facts/items/status.hpp).

    tasks.py [--question task|doer|status] [--tool build/release/protokoll] [--out src/weights] [--bank FOLDER]… FOLDER…

FOLDER holds labelled minutes, --bank names a file or folder of sentences with their classes (CLASS<TAB>SENTENCE; T is a task, F puts off).
Prints what is reached on houses that the weights did not see.
"""
import argparse
import difflib
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from corpus import documents, evidence, fold, folds, house, write_weights

FOLDS = 10
INTRO = {"de": "Protokoll der Sitzung", "en": "Minutes of the meeting", "fr": "Procès-verbal de la réunion", "it": "Verbale della riunione", "nl": "Notulen van de vergadering",
         "es": "Acta de la reunión"}


def alike(a, b):
    if not a or not b or not set(a) & set(b):
        return 0.0
    if 2 * min(len(a), len(b)) / (len(a) + len(b)) < 0.6:
        return 0.0
    same = sum(m.size for m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 2 * same / (len(a) + len(b))


def printed(data, span):
    text = data[span[0]:span[1]].decode("utf-8", "replace")
    return html.unescape(re.sub(r"<[^>]*>", " ", text))


def rows_of_minutes(path, facts, weighed):
    """Features, answer and weight of each sentence."""
    data = path.read_bytes()
    gold = [(fold(f[1]).split(), doubtful) for kind, f, doubtful in facts if kind == "action" and len(f) > 1]
    rows = []
    for e in weighed:
        if e["question"] != "task":
            continue
        words = fold(printed(data, e["span"])).split()
        y, weight = 0, 1.0
        for other, doubtful in gold:
            if of_task(words, other):
                y, weight = 1, 0.0 if doubtful else 1.0
                if not doubtful:
                    break
        rows.append((dict((n, v) for n, v, _ in e["features"]), y, weight))
    return rows


def of_task(words, other):
    return alike(words, other) >= 0.55 or (len(other) > 3 and " ".join(other) in " ".join(words) and len(words) < 3 * len(other))


def doer_rows_of_minutes(path, facts, weighed):
    """The same for those named in the sentences of labelled tasks: is it one of the assignees?"""
    data = path.read_bytes()
    gold = [(fold(f[1]).split(), [set(fold(name).split()) for name in f[2].split(";") if name.strip()]) for kind, f, _ in facts if kind == "action" and len(f) > 2]
    tasks = []
    for e in weighed:
        if e["question"] == "task":
            words = fold(printed(data, e["span"])).split()
            tasks += [(e["span"], names) for other, names in gold if of_task(words, other)][:1]
    rows = []
    for e in weighed:
        if e["question"] != "doer":
            continue
        names = next((names for span, names in tasks if span[0] <= e["span"][0] and e["span"][1] <= span[1]), None)
        words = set(fold(printed(data, e["span"])).split())
        if names is not None:
            rows.append((dict((n, v) for n, v, _ in e["features"]), int(any(words & name for name in names)), 1.0))
    return rows


def items_of(node):
    for item in node.get("agenda", node.get("items")) or []:
        yield item
        yield from items_of(item)


def status_rows_of_minutes(path, facts, weighed, tool):
    """The same for the sentences that may say an item's status; an item's answer is that of each of its sentences."""
    minutes = json.loads(subprocess.run([tool, "convert", "--to", "json", str(path)], capture_output=True, check=True).stdout)
    titles = {f[0]: (fold(f[1]), fold(f[2])) for kind, f, _ in facts if kind == "item"}
    statuses = {titles[f[0]]: doubtful for kind, f, doubtful in facts if kind == "status" and f[0] in titles}
    spans = sorted((item["span"], (fold(item.get("number") or ""), fold(item.get("title") or ""))) for item in items_of(minutes) if item.get("span"))
    rows = []
    for e in weighed:
        if e["question"] != "status":
            continue
        inner = [key for span, key in spans if span[0] <= e["span"][0] and e["span"][1] <= span[1]]
        key = inner[-1] if inner else None
        rows.append((dict((n, v) for n, v, _ in e["features"]), int(key in statuses), 0.0 if statuses.get(key) else 1.0))
    return rows


def rows_of_bank(tool, path, question):
    lines = [line.split("\t")[:2] for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line and not line.startswith("#")]
    with tempfile.TemporaryDirectory() as folder:
        document = pathlib.Path(folder) / "bank.md"
        text = f"# {INTRO.get(path.stem, INTRO['en'])}\n\n"
        for i, (_, sentence) in enumerate(lines):
            if i % (20 if question == "task" else 2) == 0:
                text += f"\n## {i // 20 + 1}. Punkt {i // 20 + 1}\n\n"
            text += sentence.strip() + "\n\n"
        document.write_text(text, encoding="utf-8")
        weighed, = evidence(tool, [document])
        data = document.read_bytes()
    classes = {}
    for name, sentence in lines:
        classes.setdefault(fold(sentence), name)
    rows = []
    for e in weighed:
        if e["question"] == question and (name := classes.get(fold(printed(data, e["span"])))):
            rows.append((dict((n, v) for n, v, _ in e["features"]), int(name == ("T" if question == "task" else "F")), 1.0))
    print(f"{path.stem}: {len(rows)} of {len(lines)} sentences, {sum(y for _, y, _ in rows)} wanted")
    return rows


def fit(rows, strength=0.2, rare=6):
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([f for f, _, _ in rows])
    keep = np.nonzero(np.asarray((x != 0).sum(0)).ravel() >= rare)[0]
    model = LogisticRegression(C=strength, max_iter=2000).fit(x[:, keep], [y for _, y, _ in rows], sample_weight=[w for _, _, w in rows])
    return vectorizer, keep, model


def sums(fitted, rows):
    vectorizer, keep, model = fitted
    return vectorizer.transform([f for f, _, _ in rows])[:, keep] @ model.coef_[0] + model.intercept_[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--tool", default="build/release/protokoll")
    parser.add_argument("--question", choices=("task", "doer", "status"), default="task")
    parser.add_argument("--out")
    parser.add_argument("--folds", help="also write the weights of each fold to DIR/N")
    parser.add_argument("--bank", action="append", default=[])
    parser.add_argument("--weight", type=float, default=0.5, help="of a sentence of a bank")
    parser.add_argument("--threshold", type=float, default=0.45)
    parser.add_argument("--layout", type=float, default=0.2, help="of a task under a label or beside a box")
    parser.add_argument("--high", type=float, default=0.6)
    parser.add_argument("--strength", type=float, default=0.2)
    a = parser.parse_args()
    pairs = list(documents(a.folders))
    weighed = evidence(a.tool, [p for p, _ in pairs])
    rows_of = {"task": rows_of_minutes, "doer": doer_rows_of_minutes, "status": lambda path, facts, w: status_rows_of_minutes(path, facts, w, a.tool)}[a.question]
    docs = [(house(path), rows_of(path, facts, w)) for (path, facts), w in zip(pairs, weighed)]
    banks = []
    for name in a.bank:
        path = pathlib.Path(name)
        for file in sorted(path.glob("*.tsv")) if path.is_dir() else [path]:
            banks += [(f, y, a.weight) for f, y, _ in rows_of_bank(a.tool, file, a.question)]
    fold_of = folds([h for h, _ in docs], FOLDS)
    p, y, w = [], [], []
    fitted = {}
    for q in range(FOLDS):
        fitted[q] = fit([r for h, rows in docs if fold_of[h] != q for r in rows] + banks, a.strength)
        for h, rows in docs:
            if fold_of[h] == q and rows:
                p += list(1 / (1 + np.exp(-sums(fitted[q], rows))))
                y += [r[1] for r in rows]
                w += [r[2] for r in rows]
    p, y, w = np.array(p), np.array(y), np.array(w)
    wanted = int((y * w).sum()) if a.question == "doer" else sum(1 for _, facts in pairs for kind, _, doubtful in facts if kind == ("action" if a.question == "task" else "status") and not doubtful)
    print(f"{len(docs)} documents of {len(fold_of)} houses; {len(p)} sentences, {int((y * w).sum())} right ({wanted} wanted)")
    for t in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        hit, found = ((p > t) * y * w).sum(), ((p > t) * w).sum()
        print(f"{t}: precision {hit / max(1, found):.3f} recall {hit / wanted:.3f} F1 {2 * hit / (found + wanted):.3f}")
    about = f"{len(docs)} documents of {len(fold_of)} houses, {len(banks)} sentences"

    def write(folder, one):
        vectorizer, keep, model = one
        names = vectorizer.get_feature_names_out()[keep]
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        write_weights(pathlib.Path(folder) / f"{a.question}.json", a.question, float(model.intercept_[0]), dict(zip(names, model.coef_[0])), {"low": a.threshold, "layout": a.layout, "plain": 0.1, "high": a.high} if a.question == "task" else {"low": a.threshold, "high": a.high}, about=about)

    if a.folds:
        for q in range(FOLDS):
            write(pathlib.Path(a.folds) / str(q), fitted[q])
    if a.out:
        write(a.out, fit([r for _, rows in docs for r in rows] + banks, a.strength))


if __name__ == "__main__":
    main()

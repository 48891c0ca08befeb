#!/usr/bin/python3
"""Fits the weights of decisions: what does a sentence do by its own words, and which texts are decisions taken? (src/facts/decisions/events.hpp)

    sentences.py [--tool build/release/protokoll] [--out src/weights] [--folds DIR] --bank FOLDER [--bank FILE] FOLDER…

`decides`, `accepts`, `moves` are learned from the bank of invented sentences (CLASS<TAB>SENTENCE, a file a language; further fields are those of tests/said.py decided), `decision` from the labelled
minutes in the other folders and from the bank, with the answers of the first three among its features. All features are what the tool itself found.
Prints what each question reaches on sentences (the bank's) or houses (the minutes') that its weights did not see.
"""
import argparse
import collections
import difflib
import hashlib
import html
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from corpus import documents, fold, folds, house, in_order, write_weights

FOLDS = 10
OWN = {"decides": "D.", "accepts": "X.", "moves": "M"}


def why(tool, paths, *options):
    """What the tool weighed, a dictionary by path."""
    run = subprocess.run([tool, "why", "--all", "--to", "json", *options, *map(str, paths)], capture_output=True, check=True)
    found = {}
    for line in run.stdout.decode("utf-8").splitlines():
        document = json.loads(line)
        found[document["name"]] = document["evidence"]
    return found


def features(entry):
    return {name: value for name, value, _ in entry["features"]}


def told(template, words, turn):
    """A template with one of each kind of words filled in; a capital letter in its name asks for one."""
    for kind, choice in words.items():
        word = choice[turn % len(choice)]
        template = template.replace("{" + kind + "}", word).replace("{" + kind.capitalize() + "}", word[0].upper() + word[1:])
    return template


def bank_lines(places):
    """(language, [(class, sentence)]) of each part of the bank: files of sentences, and of templates (JSON: language -> words and, by class, sentences with their places)."""
    for source in [source for given in map(pathlib.Path, places) for source in (sorted(given.glob("*.tsv")) if given.is_dir() else [given])]:
        if source.suffix == ".tsv":
            yield source.stem, [line.split("\t")[:2] for line in source.read_text(encoding="utf-8").splitlines() if "\t" in line]
            continue
        for language, parts in json.loads(source.read_text(encoding="utf-8")).items():
            words = {kind: choice for kind, choice in parts.items() if kind.islower()}
            lines = [(kind, told(sentence, words, turn)) for kind in parts if kind not in words for sentence in parts[kind] for turn in range(4 if "{" in sentence else 1)]
            yield language, lines


def read_bank(tool, places):
    """(class, language, features) of each sentence: each is the only paragraph of a document of its own."""
    rows = []
    with tempfile.TemporaryDirectory() as place:
        for number, (language, lines) in enumerate(bank_lines(places)):
            paths = []
            for line, (_, sentence) in enumerate(lines):
                path = pathlib.Path(place) / f"{number:02}-{line:05}.md"
                path.write_text(f"# 2024-05-03\n\n## 1. A\n\n{sentence}\n", encoding="utf-8")
                paths.append(path)
            weighed = {}
            for start in range(0, len(paths), 500):
                weighed.update(why(tool, paths[start:start + 500], "--language", language))
            for (kind, _), path in zip(lines, paths):
                entries = [e for e in weighed.get(str(path), []) if e["question"] == "decides"]
                if entries:
                    rows.append((kind, language, features(max(entries, key=lambda e: len(e["text"])))))
    return rows


def fit(X, y, C, weight=None):
    return LogisticRegression(C=C, penalty="l1", solver="liblinear", max_iter=500, random_state=0).fit(X, y, sample_weight=weight)


def vectorise(rows, least):
    v = DictVectorizer()
    X = v.fit_transform(rows)
    keep = np.asarray((X != 0).sum(axis=0)).ravel() >= least
    return v, keep, X[:, keep].tocsr(), [n for n, k in zip(v.feature_names_, keep) if k]


def quality(p, y):
    order = np.argsort(-p, kind="stable")
    hits = np.cumsum(y[order])
    n = np.arange(1, len(order) + 1)
    precision, recall = hits / n, hits / max(1, y.sum())
    f = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    best = int(np.flatnonzero(f >= f.max() - 0.003)[0])  # the surest among those that are as good
    at = lambda bound: max([recall[i] for i in range(len(order)) if precision[i] >= bound and n[i] > 20] or [0])
    text = (f"{len(y)} candidates, {int(y.sum())} right; best F1 {f[best]:.3f} (P {precision[best]:.3f}, R {recall[best]:.3f}, from {p[order[best]]:.2f}); "
            f"recall at P 0.9: {at(0.9):.3f}, at P 0.8: {at(0.8):.3f}")
    bound = lambda least: next((round(float(p[order[i]]), 3) for i in range(len(order) - 1, 20, -1) if precision[i] >= least), 1.0)
    return text, bound, float(p[order[best]])


def fit_own(rows, out):
    v, keep, X, names = vectorise([r[2] for r in rows], 3)
    part = np.array([int(hashlib.sha256(f"{i}".encode()).hexdigest(), 16) % FOLDS for i in range(len(rows))])
    for question, prefix in OWN.items():
        y = np.array([r[0].startswith(prefix) for r in rows], dtype=int)
        p = np.zeros(len(y))
        for number in range(FOLDS):
            seen = part != number
            p[~seen] = fit(X[seen], y[seen], 0.7).predict_proba(X[~seen])[:, 1]
        text, bound, best = quality(p, y)
        print(f"{question}: {text}")
        model = fit(X, y, 0.7)
        write_weights(out / f"{question}.json", question, model.intercept_[0], dict(zip(names, model.coef_[0])), {"low": bound(0.8), "high": bound(0.9)}, f"{len(rows)} invented sentences")


def text_of(raw, span):
    """What a reader sees of a stretch of the file, roughly."""
    data = raw[span[0]:span[1]]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return html.unescape(re.sub(r"<[^>]*>", " ", text))


def alike(a, b):
    if a == b:
        return 1.0
    shared = sum((collections.Counter(a) & collections.Counter(b)).values())
    if 2 * shared < 0.6 * (len(a) + len(b)):
        return 0.0
    same = sum(m.size for m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 2 * same / (len(a) + len(b))


def label(texts, gold):
    """1 for the unit of each gold decision, in order; -1 where labellers doubt or the unit is but a part of one; else 0."""
    units = [fold(t).split() for t in texts]
    golds = [(fold(t).split(), doubt) for t, doubt in gold]
    n, m = len(golds), len(units)
    score = np.zeros((n, m))
    y = [0] * m
    for i, (words, _) in enumerate(golds):
        have = set(words)
        for j, unit in enumerate(units):
            if unit:
                score[i, j] = s = alike(words, unit)
                inside = len(unit) >= 3 and sum(w in have for w in unit) >= 0.9 * len(unit)
                around = len(words) >= 3 and sum(w in set(unit) for w in words) >= 0.9 * len(words)
                if (s >= 0.5 or inside or around) and y[j] == 0:
                    y[j] = -1
                if s < 0.7:
                    score[i, j] = 0
    for i, j in in_order(score.tolist()):
        y[j] = -1 if golds[i][1] else 1
    return y


def read_minutes(tool, folders, weights):
    """(house, features, label, name, text) of each unit."""
    found = list(documents(folders))
    weighed = {}
    paths = [path for path, _ in found]
    for start in range(0, len(paths), 40):
        weighed.update(why(tool, paths[start:start + 40], "--weights", str(weights)))
    rows = []
    reached = total = 0
    for path, facts in found:
        raw = path.read_bytes()
        units = sorted((e for e in weighed[str(path)] if e["question"] == "decision"), key=lambda e: e["span"][0])
        gold = [(f[2], doubt) for kind, f, doubt in facts if kind == "decision" and len(f) > 2]
        texts = [text_of(raw, e["span"]) for e in units]
        y = label(texts, gold)
        reached += y.count(1)
        total += sum(not doubt for _, doubt in gold)
        rows += [(house(path), features(e), l, path.name, t) for e, l, t in zip(units, y, texts)]
    print(f"decision: {reached} of {total} decisions are a unit of their own")
    return rows


def embed_bank(tool, places, weights):
    """Rows like those of read_minutes: each sentence of the bank in an item among sentences that decide nothing. Where no motion stands before it, a whole sentence of acceptance is the decision."""
    chance = random.Random(1)
    rows = []
    with tempfile.TemporaryDirectory() as place:
        for number, (language, lines) in enumerate(bank_lines(places)):
            idle = [sentence for kind, sentence in lines if kind in ("O", "P") and len(sentence) < 200]
            around = lambda: [chance.choice(idle) for _ in range(chance.choice([0, 1, 1, 2]))]
            paths = []
            for line, (_, sentence) in enumerate(lines):
                path = pathlib.Path(place) / f"{number:02}-{line:05}.md"
                path.write_text("# 2024-05-03\n\n## 1. A\n\n" + "\n\n".join([*around(), sentence, *around()]) + "\n\n## 2. B\n", encoding="utf-8")
                paths.append(path)
            weighed = {}
            for start in range(0, len(paths), 500):
                weighed.update(why(tool, paths[start:start + 500], "--weights", str(weights), "--language", language))
            for (kind, sentence), path in zip(lines, paths):
                same = [e for e in weighed.get(str(path), []) if e["question"] == "decision" and alike(fold(e["text"]).split(), fold(sentence).split()) > 0.5]
                whole = len(sentence.split()) > 3 and sentence.endswith(".")
                if same and (whole or not kind.startswith("X")):
                    rows.append((f"bank {language}", features(same[0]), int(kind[0] in "DX"), path.name, sentence))
    return rows


def fit_decision(rows, bank, out, strength, share, fold_weights):
    """`bank`: further rows, each worth `share` of one of the minutes', never judged."""
    rows = [r for r in rows if r[2] >= 0]
    v, keep, X, names = vectorise([r[1] for r in rows + bank], 8)
    y = np.array([r[2] for r in rows + bank])
    place = folds([r[0] for r in rows], FOLDS)
    part = np.array([place[r[0]] for r in rows] + [-1] * len(bank))
    worth = np.where(part < 0, share, 1.0)
    p = np.zeros(len(y))
    models = []
    for number in range(FOLDS):
        seen = part != number
        models.append(fit(X[seen], y[seen], strength, worth[seen]))
        p[~seen] = models[-1].predict_proba(X[~seen])[:, 1]
    p, y_rows = p[:len(rows)], y[:len(rows)]
    text, bound, best = quality(p, y_rows)
    print(f"decision: {text}")
    bounds = {"low": round(best, 3), "high": max(round(best, 3), bound(0.85))}
    model = fit(X, y, strength, worth)
    about = f"{len(set(r[3] for r in rows))} documents of {len(set(r[0] for r in rows))} houses"
    print("weights:", int((model.coef_[0] != 0).sum()), "bounds:", bounds)
    write_weights(out / "decision.json", "decision", model.intercept_[0], dict(zip(names, model.coef_[0])), bounds, about)
    for number, one in enumerate(models):
        if fold_weights:
            (fold_weights / str(number)).mkdir(parents=True, exist_ok=True)
            for source in out.glob("*.json"):
                if not (fold_weights / str(number) / source.name).exists():
                    shutil.copy(source, fold_weights / str(number) / source.name)
            write_weights(fold_weights / str(number) / "decision.json", "decision", one.intercept_[0], dict(zip(names, one.coef_[0])), bounds, f"without fold {number}")
    return rows, p, y_rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", default="build/release/protokoll")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("src/weights"))
    parser.add_argument("--bank", action="append", help="a folder of the bank, or one of its files; the name tells the language")
    parser.add_argument("--folds", type=pathlib.Path)
    parser.add_argument("--strength", type=float, default=0.3)
    parser.add_argument("--share", type=float, default=0.25, help="what a sentence of the bank is worth beside one of the minutes")
    parser.add_argument("--dump", type=pathlib.Path, help="writes what was weighed on unseen houses, surest first")
    parser.add_argument("folders", nargs="*")
    options = parser.parse_args()
    if options.bank:
        fit_own(read_bank(options.tool, options.bank), options.out)
    if options.folders:
        bank = embed_bank(options.tool, options.bank, options.out) if options.bank else []
        rows, p, y = fit_decision(read_minutes(options.tool, options.folders, options.out), bank, options.out, options.strength, options.share, options.folds)
        if options.dump:
            lines = [f"{p[i]:.3f}\t{y[i]}\t{rows[i][3]}\t{' '.join(rows[i][4].split())[:300]}" for i in np.argsort(-p, kind="stable")]
            options.dump.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

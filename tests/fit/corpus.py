"""Labelled minutes for fitting: documents with their facts beside them (NAME.facts.tsv), grouped by house."""
import hashlib
import json
import pathlib
import re
import subprocess
import unicodedata
from concurrent.futures import ThreadPoolExecutor

PARISH = re.compile(r"^en_(.*pc|favorparker)_")


def fold(text):
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold()))


def in_order(score):
    """The pairs (row, column) of a matrix that are chosen in the order of both, so that their scores are the greatest sum; 0 pairs nothing."""
    n, m = len(score), len(score[0]) if len(score) else 0
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], score[i][j] + best[i + 1][j + 1] if score[i][j] else 0)
    i = j = 0
    while i < n and j < m:
        if score[i][j] and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def house(document):
    """Who wrote it: no house may be judged by weights that saw it."""
    parts = document.name.split("_")
    if len(parts) < 2:
        return document.stem
    if parts[1] == "syn" and len(parts) > 2:
        return "_".join(parts[:3])
    return "parishes" if PARISH.match(document.name) else "_".join(parts[:2])


def facts_of(path):
    facts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, *fields = line.split("\t")
        doubtful = bool(fields) and fields[-1].strip() == "?"
        facts.append((kind, [f.strip() for f in (fields[:-1] if doubtful else fields)], doubtful))
    return facts


def documents(folders):
    """Labelled minutes (NAME.facts.tsv) and golden cases (NAME.facts), with their facts."""
    for folder in folders:
        for path in sorted([*pathlib.Path(folder).rglob("*.facts.tsv"), *pathlib.Path(folder).rglob("*.facts")]):
            document = path.with_name(path.name.removesuffix(".tsv").removesuffix(".facts"))
            if document.exists():
                yield document, facts_of(path)


def evidence(tool, paths, jobs=2):
    """What the tool weighed in each document: `protokoll why --all --to json`, a list for each path."""
    def one(path):
        run = subprocess.run([tool, "why", "--all", "--to", "json", str(path)], capture_output=True, check=True)
        return json.loads(run.stdout)["evidence"]
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(one, paths))


def fold_of(name, count=10):
    """The fold of a house: the same on every machine and for every question, whatever other houses there are."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % count


def folds(houses, count=10):
    return {name: fold_of(name, count) for name in houses}


def write_weights(path, question, bias, weights, thresholds=None, about=""):
    """One feature a line, the heaviest first, so that a person can read it."""
    lines = [f'    {json.dumps(name)}: {value:.4g}' for name, value in sorted(weights.items(), key=lambda pair: (-abs(pair[1]), pair[0])) if abs(value) >= 0.01]
    text = "{\n" + f'  "question": {json.dumps(question)},\n  "about": {json.dumps(about)},\n  "bias": {bias:.4g},\n'
    if thresholds:
        text += '  "thresholds": ' + json.dumps(thresholds) + ",\n"
    pathlib.Path(path).write_text(text + '  "weights": {\n' + ",\n".join(lines) + "\n  }\n}\n", encoding="utf-8")

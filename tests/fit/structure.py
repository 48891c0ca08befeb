#!/usr/bin/python3
"""Fits the weights of structure: which blocks open agenda items? (src/structure/agenda.hpp tells the three questions.)

    structure.py [--tool build/release/protokoll] [--out src/weights] [--folds DIR] FOLDER…

Prints what each question reaches on houses that its weights did not see. With --folds the weights of every fold are written to DIR/N/,
for judging the whole tool on each house by weights that did not see it (tests/fit/unseen.py).
"""
import argparse
import pathlib
import sys

import numpy as np
from scipy.sparse import vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from corpus import documents, evidence, fold, folds, house, in_order, write_weights

FOLDS = 10


def align(items, blocks):
    """The block of each gold item, in order: the title stands at or near its begin. -1 where it is not found."""
    texts = [" " + fold(b["text"]) + " " for b in blocks]
    heading = [any(f[0] == "heading" for f in b["features"]) for b in blocks]
    n, m = len(items), len(blocks)
    score = np.zeros((n, m))
    for i, (_, number, title) in enumerate(items):
        key = fold(title)[:110]
        for j, text in enumerate(texts):
            if key:
                at = text.find(" " + key + (" " if len(key) < 110 else ""))
                if at >= 0:
                    score[i, j] = (1.0 if at < 25 else 0.55) + 0.5 * min(1, len(key) / max(1, len(text) - 2))
                    score[i, j] += 0.3 * bool(number and fold(number) and text[:14].find(" " + fold(number) + " ") >= 0)
            elif number and text.startswith(" " + fold(number) + " "):
                score[i, j] = 1.0
            if score[i, j]:
                score[i, j] += 0.4 * j / m + 0.3 * heading[j]
    found = [-1] * n
    for i, j in in_order(score.tolist()):
        found[i] = j
    return found


class Doc:
    def __init__(self, path, facts, weighed):
        self.name, self.house = str(path), house(path)
        blocks = [e for e in weighed if e["question"] == "opener"]
        items = [(f[:3] + [""] * (3 - len(f)), d) for kind, f, d in facts if kind == "item"]
        places = align([f for f, _ in items], blocks)
        self.y = np.zeros(len(blocks), int)
        self.weight = np.ones(len(blocks))
        for (_, doubtful), place in zip(items, places):
            if place >= 0:
                self.y[place] = 1
                if doubtful:
                    self.weight[place] = 0
        self.wanted = sum(not d for _, d in items)
        self.opener = [{name: value for name, value, _ in e["features"]} for e in blocks]
        self.items = [{name: value for name, value, _ in e["features"]} for e in weighed if e["question"] == "item"]
        self.families = [(e["members"], {name: value for name, value, _ in e["features"]}) for e in weighed if e["question"] == "family"]
        self.blocks = blocks

    def f1(self, chosen):
        hit = int((self.y[list(chosen)] * self.weight[list(chosen)]).sum()) if len(chosen) else 0
        spare = int((self.weight[list(chosen)] == 0).sum()) if len(chosen) else 0
        return 2 * hit / max(1, len(chosen) - spare + self.wanted), hit, len(chosen) - spare


class Linear:
    """Logistic regression over named features, kept small: rare ones are left out."""

    def __init__(self, rows, y, weight=None, strength=0.3, rare=8, most=None):
        self.vectorizer = DictVectorizer()
        x = self.vectorizer.fit_transform(rows)
        seen = np.asarray((x != 0).sum(0)).ravel()
        self.keep = np.nonzero(seen >= rare)[0]
        model = LogisticRegression(C=strength, max_iter=3000, tol=1e-5).fit(x[:, self.keep], y, sample_weight=weight)
        self.coef, self.bias = model.coef_[0], float(model.intercept_[0])

    def sums(self, rows):
        return self.vectorizer.transform(rows)[:, self.keep] @ self.coef + self.bias

    def weights(self):
        return dict(zip(np.array(self.vectorizer.get_feature_names_out())[self.keep], self.coef))


def logistic(x):
    return 1 / (1 + np.exp(-x))


def with_probabilities(doc, p):
    """The families' features that rest on the blocks' probabilities, as Weigher::probabilities makes them."""
    rows, mass = [], p.sum() + 1e-6
    for members, features in doc.families:
        own = np.sort(p[members])
        f = dict(features)
        share = 2 * own.sum() / (len(members) + mass)
        f.update({"p mean": own.mean(), "p mass": own.sum() / mass, "p f": share, "p f squared": share * share, "p low": own[len(own) // 4]})
        rows.append(f)
    return rows


class Ranker:
    """A sum for each family, so that the better of two has the higher."""

    def __init__(self, docs, probabilities):
        rows = [f for d in docs for f in with_probabilities(d, probabilities[d.name])]
        self.vectorizer = DictVectorizer(sparse=False)
        x = self.vectorizer.fit_transform(rows)
        scale = x.std(0) + 1e-6
        x = x / scale
        differences, y, weight, at = [], [], [], 0
        for d in docs:
            quality = np.array([d.f1(members)[0] for members, _ in d.families])
            own, at = x[at:at + len(quality)], at + len(quality)
            better, worse = np.nonzero(quality[:, None] > quality[None, :] + 0.05)
            for a, b in zip(better, worse):
                w = (quality[a] - quality[b]) / len(quality)
                differences += [own[a] - own[b], own[b] - own[a]]
                y += [1, 0]
                weight += [w, w]
        model = LogisticRegression(C=0.02, max_iter=2000, fit_intercept=False).fit(np.array(differences), y, sample_weight=weight)
        self.coef = model.coef_[0] / scale

    def scores(self, doc, p):
        return self.vectorizer.transform(with_probabilities(doc, p)) @ self.coef if doc.families else np.zeros(0)

    def weights(self):
        return dict(zip(self.vectorizer.get_feature_names_out(), self.coef))


def item_rows(doc, p, scores):
    """The features of "item", as ItemQuestion makes them."""
    odds = np.log((p + 1e-4) / (1 - p + 1e-4))
    if not len(scores):
        return [{"odds": o} for o in odds]
    best = int(np.argmax(scores))
    winner = set(doc.families[best][0])
    rest = [(s, f) for f, s in enumerate(scores) if f != best and not winner & set(doc.families[f][0])]
    second = max(rest, key=lambda pair: (pair[0], -pair[1]))[1] if rest else -1
    members2 = set(doc.families[second][0]) if second >= 0 else set()
    highest = np.full(len(p), -1000.0)
    for (members, _), score in zip(doc.families, scores):
        highest[members] = np.maximum(highest[members], score)
    features = with_probabilities(doc, p)[best]
    first, last, top = min(winner), max(winner), scores[best]
    rows = []
    for i, o in enumerate(odds):
        f = {"odds": o, "before winner": float(i < first), "behind winner": float(i > last), "in no family": float(highest[i] < -999),
             "rank behind": -5 if highest[i] < -999 else max(-5.0, highest[i] - top)}
        if i in winner:
            f.update({"in winner": 1, "in winner: odds": o, "in winner: counts": features.get("counts", 0), "in winner: bodies": features.get("bodies", 0),
                      "in winner: p mean": features["p mean"]})
        elif i in members2:
            f.update({"in second": 1, "in second: odds": o, "in second: behind": max(-5.0, scores[second] - top)})
        for sign in ("again_below", "label_people", "label_agenda", "label_decision", "label_section", "in_announced", "first_tenth", "heading", "open_part",
                     "closed_part", "number_letter", "number_beside", "numbered"):
            if sign in doc.opener[i]:
                f[("in winner: " if i in winner else "") + sign] = 1
        # How its number stands to those of the winner's members around it; of the winner that the tool chose.
        for sign in ("follows", "precedes", "begins", "between"):
            if sign in doc.items[i] or "in winner: " + sign in doc.items[i]:
                f[("in winner: " if i in winner else "") + sign] = 1
        rows.append(f)
    return rows


def report(name, docs, chosen):
    hit = found = wanted = 0
    each = []
    for d in docs:
        f, h, n = d.f1(chosen[d.name])
        hit, found, wanted = hit + h, found + n, wanted + d.wanted
        each.append(f)
    print(f"{name:<8} precision {hit / max(1, found):.3f} recall {hit / max(1, wanted):.3f} F1 {2 * hit / max(1, found + wanted):.3f}; mean F1 of documents {np.mean(each):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--tool", default="build/release/protokoll")
    parser.add_argument("--out")
    parser.add_argument("--folds")
    parser.add_argument("--threshold", type=float, default=0.45)
    a = parser.parse_args()
    pairs = list(documents(a.folders))
    docs = [Doc(path, facts, weighed) for (path, facts), weighed in zip(pairs, evidence(a.tool, [p for p, _ in pairs]))]
    docs = [d for d in docs if len(d.y)]
    fold_of = folds([d.house for d in docs], FOLDS)
    print(f"{len(docs)} documents, {len(fold_of)} houses; {sum(int(d.y.sum()) for d in docs)} of {sum(len([1 for _ in d.items]) and d.wanted for d in docs)} items found in blocks")
    learn = [d for d in docs if d.wanted]

    def opener_of(some):
        return Linear([f for d in some for f in d.opener], np.concatenate([d.y for d in some]), np.concatenate([d.weight for d in some]), rare=12, strength=0.15)

    openers = {q: opener_of([d for d in learn if fold_of[d.house] != q]) for q in range(FOLDS)}
    p = {d.name: logistic(openers[fold_of[d.house]].sums(d.opener)) for d in docs}
    rankers = {q: Ranker([d for d in learn if fold_of[d.house] != q and d.families], p) for q in range(FOLDS)}
    scores = {d.name: rankers[fold_of[d.house]].scores(d, p[d.name]) for d in docs}
    rows = {d.name: item_rows(d, p[d.name], scores[d.name]) for d in docs}

    def item_of(some):
        return Linear([f for d in some for f in rows[d.name]], np.concatenate([d.y for d in some]), np.concatenate([d.weight for d in some]), strength=1, rare=3)

    items = {q: item_of([d for d in learn if fold_of[d.house] != q]) for q in range(FOLDS)}
    q3 = {d.name: logistic(items[fold_of[d.house]].sums(rows[d.name])) for d in docs}
    report("opener", docs, {d.name: np.nonzero(p[d.name] > a.threshold)[0] for d in docs})
    report("family", docs, {d.name: (d.families[int(np.argmax(scores[d.name]))][0] if len(scores[d.name]) else []) for d in docs})
    report("oracle", docs, {d.name: max((m for m, _ in d.families), key=lambda m: d.f1(m)[0], default=[]) for d in docs})
    report("item", docs, {d.name: np.nonzero(q3[d.name] > a.threshold)[0] for d in docs})
    about = f"{len(docs)} documents of {len(fold_of)} houses"

    def write(folder, opener, ranker, item):
        folder = pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        write_weights(folder / "opener.json", "opener", opener.bias, opener.weights(), about=about)
        write_weights(folder / "family.json", "family", 0, ranker.weights(), about=about)
        write_weights(folder / "item.json", "item", item.bias, item.weights(), {"low": a.threshold}, about=about)

    if a.folds:
        for q in range(FOLDS):
            write(pathlib.Path(a.folds) / str(q), openers[q], rankers[q], items[q])
    if a.out:
        write(a.out, opener_of(learn), Ranker([d for d in learn if d.families], p), item_of(learn))


if __name__ == "__main__":
    main()

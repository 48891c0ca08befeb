"""Bait for the words of a language file: phrases and labels that begin over and over and never end.

Each phrase of "classes" and each label of several words gives its text without the last word, repeated; a gap is pumped up with the words before it.
"""
import json
import pathlib

LANGUAGES = pathlib.Path(__file__).resolve().parents[2] / "src" / "languages"


def languages():
    return sorted(path.stem for path in LANGUAGES.glob("*.json"))


def phrases(language):
    # "not" over and over in front of half a phrase of unanimity contradicts itself, as verify rightly says.
    classes = [forms for name, forms in language["classes"].items() if name not in ("unanimous", "negation")]
    for forms in [*classes, *language["labels"].values()]:
        for form in forms:
            words = [word.strip("*") for word in form.split() if not word.startswith("~")]
            if len(words) > 1:
                yield " ".join(words[:-1])


def bait(tag, size):
    """Paragraphs of bait for every phrase of a language, `size` characters in all."""
    begins = list(dict.fromkeys(phrases(json.loads((LANGUAGES / f"{tag}.json").read_text(encoding="utf-8")))))
    each = max(20, size // len(begins))
    return [(begin + " ") * (each // (len(begin) + 1) + 1) for begin in begins]

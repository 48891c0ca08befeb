"""Bait for the patterns of a language file: texts that look like a match for as long as possible and are none.

A pattern is parsed by Python's own parser of regular expressions. Each gives two texts: a match without its last character, over and over; and a
match up to its last repetition without bound, which is then pumped up and never followed by what would end it.
"""
import json
import pathlib
import re
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # the parser has moved in Python 3.11
    import sre_constants
    import sre_parse

LANGUAGES = pathlib.Path(__file__).resolve().parents[2] / "src" / "languages"
LETTERS = {r"\p{Lu}": "A-ZÄÖÜ", r"\p{Ll}": "a-zäöüß", r"\p{L}": "A-Za-zÄÖÜäöüß", r"\p{N}": "0-9"}
READY_MADE = {"name": r"[A-Z][a-z]+(?:\sde){0,2}(?:\s[A-Z][a-z]+){0,2}", "w": r"[a-z]*", "gap": r"(?:[^\s.!?;:]+[\s]+){0,12}?"}


def languages():
    return sorted(path.stem for path in LANGUAGES.glob("*.json"))


def macros_of(language):
    lists = {**language.get("lists", {}), "month": list(language.get("months", {})), "weekday": list(language.get("weekdays", {})),
             "honorific": language.get("lists", {}).get("honorifics", []), "title": language.get("lists", {}).get("academic_titles", [])}
    macros = {name: "|".join(map(re.escape, words)) or "x" for name, words in lists.items()}
    macros["number"] = r"\b(?:\d{1,6}|" + "|".join(map(re.escape, language.get("numbers", {}))) + r")\b"
    return {**macros, **READY_MADE, **language.get("macros", {})}


def as_python(expression, macros):
    """The expression without macros, classes of letters and named groups."""
    while True:
        expanded = re.sub(r"(?<![\\p])\{([a-z]\w*)(?::\w+)?\}", lambda found: f"(?:{macros[found[1]]})", expression)
        if expanded == expression:
            break
        expression = expanded
    for letters, plain in LETTERS.items():
        expression = re.sub(r"\[([^\]]*)" + re.escape(letters), lambda found: "[" + found[1] + plain, expression)
        while re.search(r"\[[^\]]*" + re.escape(letters), expression):
            expression = re.sub(r"(\[[^\]]*)" + re.escape(letters), lambda found: found[1] + plain, expression)
        expression = expression.replace(letters, f"[{plain}]")
    return re.sub(r"\(\?P<\w+>", "(?:", expression).replace(r"\b?", "")


def members(characters):
    """A character that the class holds."""
    negated = characters[0][0] is sre_constants.NEGATE
    if negated:
        return "x"
    kind, value = characters[0]
    if kind is sre_constants.LITERAL:
        return chr(value)
    if kind is sre_constants.RANGE:
        return chr(value[0])
    return {sre_constants.CATEGORY_DIGIT: "1", sre_constants.CATEGORY_SPACE: " ", sre_constants.CATEGORY_NOT_WORD: "-"}.get(value, "x")


class Sampler:
    """A text that a parsed expression matches; notes where its last repetition without bound stands."""

    def __init__(self, turn):
        self.turn = turn
        self.text = ""
        self.pump = None

    def walk(self, parsed):
        for kind, value in parsed:
            if kind is sre_constants.LITERAL:
                self.text += chr(value)
            elif kind is sre_constants.NOT_LITERAL or kind is sre_constants.ANY:
                self.text += "x"
            elif kind is sre_constants.IN:
                self.text += members(value)
            elif kind is sre_constants.BRANCH:
                self.walk(value[1][self.turn % len(value[1])])
            elif kind is sre_constants.SUBPATTERN:
                self.walk(value[3])
            elif kind in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT):
                self.repeat(*value)

    def repeat(self, least, most, parsed):
        begin = len(self.text)
        for _ in range(max(1, least)):
            self.walk(parsed)
        if most is sre_constants.MAXREPEAT and len(self.text) > begin:
            self.pump = (begin, len(self.text))


def baits(expression, turn, size):
    sampler = Sampler(turn)
    sampler.walk(sre_parse.parse(expression, re.IGNORECASE))
    text = sampler.text or "a"
    cut = text[:-1] or text
    yield (cut + " ") * (size // (len(cut) + 1) + 1)
    if sampler.pump:
        begin, end = sampler.pump
        yield text[:begin] + text[begin:end] * (size // (end - begin) + 1)


def bait(tag, size):
    """Paragraphs of bait for every pattern of a language, `size` characters in all."""
    language = json.loads((LANGUAGES / f"{tag}.json").read_text(encoding="utf-8"))
    macros = macros_of(language)
    patterns = [entry["match"] if isinstance(entry, dict) else entry for entries in language["patterns"].values() for entry in entries]
    each = max(20, size // (2 * len(patterns)))
    return [text for number, pattern in enumerate(patterns) for text in baits(as_python(pattern, macros), number, each)]

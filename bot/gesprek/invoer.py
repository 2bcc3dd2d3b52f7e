"""What typed text goes through before anything else sees it."""

import re
import unicodedata

LANGSTE_TEKST = 1000
# Looks ahead, so that a run that fails does not hide one that overlaps it.
_CIJFERREEKS = re.compile(r"(?<!\d)(?=((?:\d[\s./\-]{0,3}){8}\d)(?!\d))")
ONSCHADELIJK = "\u200b"
MASKER = "[verwijderd]"


def is_bsn(cijfers: str) -> bool:
    """Nine digits that pass the elfproef of a burgerservicenummer."""
    if len(cijfers) != 9 or cijfers == "000000000":
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(c) * g for c, g in zip(cijfers, gewichten, strict=True)) % 11 == 0


def zonder_bsn(tekst: str) -> tuple[str, bool]:
    """The text with every burgerservicenummer masked, and whether there was one."""
    delen, tot = [], 0
    for m in _CIJFERREEKS.finditer(tekst):
        if m.start() >= tot and is_bsn(re.sub(r"\D", "", m[1])):
            delen += [tekst[tot : m.start()], MASKER]
            tot = m.end(1)
    return "".join([*delen, tekst[tot:]]), bool(delen)


def schoon(tekst: str) -> str:
    """The text without control characters; everything a person can see stays to the letter."""
    return "".join(c for c in tekst if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs")).strip()


def is_leeg(tekst: str) -> bool:
    """Nothing that can be read: only white space, punctuation or emoji."""
    return not any(c.isalnum() for c in tekst)


def ontscherp(tekst: str) -> str:
    """Typed text that Rasa would take for a command (`/restart`) becomes ordinary text."""
    return ONSCHADELIJK + tekst if tekst.lstrip().startswith("/") else tekst

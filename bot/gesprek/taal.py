"""Recognises a sentence in another language, with py3langid. Short sentences are taken for Dutch: that is likelier."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

TALEN = ["nl", "en", "de", "fr", "es", "tr", "ar", "fa", "pl", "uk", "ru"]
ZEKER = 0.9
KORTSTE = 4


@cache
def _herkenner() -> LanguageIdentifier:
    herkenner = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    herkenner.set_languages(TALEN)
    return herkenner


def andere_taal(tekst: str) -> str | None:
    """The ISO code of the language when it is surely not Dutch, else None."""
    if len(tekst.split()) < KORTSTE and tekst.isascii():
        return None
    kansen = dict(_herkenner().rank(tekst))
    beste = max(kansen, key=lambda taal: kansen[taal])
    return str(beste) if beste != "nl" and 1 - kansen["nl"] >= ZEKER else None

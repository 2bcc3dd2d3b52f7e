"""The Dutch spaCy pipeline: `nl_core_news_sm` where it is installed, else one that we build."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

STANDAARDMODEL = "nl_core_news_sm"
NIET_NODIG = ("parser", "ner")


class Taalmodelfout(RuntimeError):
    """The model was trained with another pipeline than the one that is here."""


def kies_taalmodel() -> str:
    """The name of the pipeline that training uses on this machine."""
    return STANDAARDMODEL if find_spec(STANDAARDMODEL) else "gebouwd"


def maak_taalmodel(naam: str) -> Language:
    """Loads `nl_core_news_sm`, or builds a Dutch pipeline: rules for words, lemmas looked up in a list."""
    if naam == STANDAARDMODEL:
        return spacy.load(STANDAARDMODEL, exclude=list(NIET_NODIG))
    nlp = spacy.blank("nl")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    nlp.initialize()
    return nlp


def kenmerk(nlp: Language) -> dict[str, Any]:
    """What identifies a pipeline: its name and version."""
    return {"naam": nlp.meta["name"], "versie": nlp.meta["version"], "onderdelen": nlp.pipe_names}


def laad_taalmodel(getraind_met: str, verwacht: dict[str, Any], map: Path) -> Language:
    """The pipeline with which the model was trained. Raises Taalmodelfout when that is not the one here."""
    if getraind_met != STANDAARDMODEL:
        return spacy.load(map)
    if not find_spec(STANDAARDMODEL):
        raise Taalmodelfout(
            f"This model was trained with {STANDAARDMODEL}, which is not installed here. "
            f"Install it (python -m spacy download {STANDAARDMODEL}) or train again: python -m bot train"
        )
    nlp = maak_taalmodel(STANDAARDMODEL)
    if kenmerk(nlp) != verwacht:
        raise Taalmodelfout(
            f"This model was trained with {STANDAARDMODEL} {verwacht['versie']}, here is {kenmerk(nlp)['versie']}. "
            "Train again: python -m bot train"
        )
    return nlp

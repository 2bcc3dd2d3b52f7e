"""The Dutch pipeline, both ways: a package named nl_core_news_sm, and the one that we build."""

import importlib
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.gesprek.nlu.nederlands import NederlandseTokenizer
from bot.gesprek.nlu.taalmodel import STANDAARDMODEL, Taalmodelfout, kies_taalmodel, maak_taalmodel

INSTALLED = importlib.util.find_spec(STANDAARDMODEL) is not None
alleen_zonder = pytest.mark.skipif(INSTALLED, reason="the real nl_core_news_sm is installed here")


def maak_pakket(doel: Path, versie: str) -> None:
    """A Python package `nl_core_news_sm` with a small pipeline, laid out as spaCy packages are."""
    nlp = spacy.blank("nl")
    nlp.meta.update({"name": "core_news_sm", "version": versie})
    lemmas = nlp.add_pipe("attribute_ruler")
    lemmas.add(patterns=[[{"LOWER": "liep"}]], attrs={"LEMMA": "lopen"})
    pakket = doel / STANDAARDMODEL
    data = pakket / f"{STANDAARDMODEL}-{versie}"
    pakket.mkdir()
    nlp.to_disk(data)
    (pakket / "meta.json").write_text((data / "meta.json").read_text())
    (pakket / "__init__.py").write_text(
        "from pathlib import Path\nfrom spacy.util import load_model_from_init_py\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n"
    )
    verpakt = doel / f"{STANDAARDMODEL}-{versie}.dist-info"
    verpakt.mkdir()
    (verpakt / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {STANDAARDMODEL}\nVersion: {versie}\n")


def vergeet() -> None:
    sys.modules.pop(STANDAARDMODEL, None)
    importlib.invalidate_caches()


@pytest.fixture
def pakket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """nl_core_news_sm 3.7.0, importable."""
    map = tmp_path / "site"
    map.mkdir()
    maak_pakket(map, "3.7.0")
    monkeypatch.syspath_prepend(str(map))
    vergeet()
    yield map
    vergeet()


@pytest.fixture
def opslag(tmp_path: Path) -> LocalModelStorage:
    (tmp_path / "opslag").mkdir()
    return LocalModelStorage.create(tmp_path / "opslag")


CONTEXT = ExecutionContext(GraphSchema({}))
PLAATS = Resource("tokenizer")


def getraind(opslag: LocalModelStorage) -> NederlandseTokenizer:
    tokenizer = NederlandseTokenizer.create(NederlandseTokenizer.get_default_config(), opslag, PLAATS, CONTEXT)
    tokenizer.train(TrainingData())
    return tokenizer


def laad(opslag: LocalModelStorage) -> NederlandseTokenizer:
    return NederlandseTokenizer.load(NederlandseTokenizer.get_default_config(), opslag, PLAATS, CONTEXT)


@alleen_zonder
def test_without_the_package_the_pipeline_is_built_and_knows_dutch_lemmas() -> None:
    assert kies_taalmodel() == "gebouwd"
    lemmas = [t.lemma_ for t in maak_taalmodel("gebouwd")("de hulpmiddelen kregen hulp")]
    assert lemmas == ["de", "hulpmiddel", "krijgen", "hulp"]


@alleen_zonder
def test_a_built_pipeline_goes_into_the_model_and_comes_out_of_it(opslag: LocalModelStorage) -> None:
    assert getraind(opslag).naam == "gebouwd"
    assert [t.lemma_ for t in laad(opslag).nlp("hulpmiddelen")] == ["hulpmiddel"]


@alleen_zonder
def test_with_the_package_it_is_used(pakket: Path, opslag: LocalModelStorage) -> None:
    assert kies_taalmodel() == STANDAARDMODEL
    tokenizer = getraind(opslag)
    assert tokenizer.naam == STANDAARDMODEL
    assert [t.lemma_ for t in tokenizer.nlp("hij liep")][-1] == "lopen"
    assert laad(opslag).naam == STANDAARDMODEL


@alleen_zonder
def test_a_model_trained_with_the_package_refuses_to_serve_without_it(pakket: Path, opslag: LocalModelStorage) -> None:
    getraind(opslag)
    shutil.rmtree(pakket / STANDAARDMODEL)
    vergeet()
    with pytest.raises(Taalmodelfout, match=r"not installed here.*python -m bot train"):
        laad(opslag)


@alleen_zonder
def test_a_model_trained_with_another_version_of_the_package_refuses_to_serve(
    pakket: Path, opslag: LocalModelStorage
) -> None:
    getraind(opslag)
    shutil.rmtree(pakket / STANDAARDMODEL)
    for oud in pakket.glob("*.dist-info"):
        shutil.rmtree(oud)
    maak_pakket(pakket, "3.8.0")
    vergeet()
    with pytest.raises(Taalmodelfout, match=r"trained with nl_core_news_sm 3\.7\.0, here is 3\.8\.0"):
        laad(opslag)


def test_a_model_trained_with_the_built_pipeline_says_so(opslag: LocalModelStorage, tmp_path: Path) -> None:
    tokenizer = NederlandseTokenizer(
        NederlandseTokenizer.get_default_config(), maak_taalmodel("gebouwd"), "gebouwd", opslag, PLAATS
    )
    tokenizer.train(TrainingData())
    with opslag.read_from(PLAATS) as map:
        assert json.loads((map / "taalmodel.json").read_text())["naam"] == "gebouwd"

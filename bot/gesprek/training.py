"""Trains the model, and skips when nothing that matters has changed."""

import hashlib
import json
import os
import sys
from pathlib import Path

from bot.gesprek.instellingen import Instellingen

BRONNEN = ("domain.yml", "config.yml", "data/nlu/*.yml", "data/rules/*.yml", "data/stories/*.yml",
           "bot/gesprek/nlu/*.py", "requirements.txt")  # fmt: skip


def kenmerk(wortel: Path, taalmodel: str) -> str:
    """A hash over everything that the trained model depends on."""
    som = hashlib.sha256(taalmodel.encode())
    for patroon in BRONNEN:
        for pad in sorted(wortel.glob(patroon)):
            som.update(pad.relative_to(wortel).as_posix().encode())
            som.update(pad.read_bytes())
    return som.hexdigest()


def train(instellingen: Instellingen) -> bool:
    """Trains when needed; returns whether it did. The model is `models/wmo.tar.gz`."""
    from bot.gesprek.nlu.taalmodel import kies_taalmodel

    wortel, model = instellingen.wortel, instellingen.model
    merk = model.with_suffix(".json")
    nu = kenmerk(wortel, kies_taalmodel())
    if model.exists() and merk.exists() and json.loads(merk.read_text()).get("kenmerk") == nu:
        return False
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    sys.path.insert(0, str(wortel))
    import rasa

    uitslag = rasa.train(
        domain=str(wortel / "domain.yml"),
        config=str(wortel / "config.yml"),
        training_files=[str(wortel / "data" / soort) for soort in ("nlu", "rules")],
        output=str(model.parent),
        fixed_model_name="wmo",
    )
    if uitslag.code != 0 or uitslag.model is None:
        raise RuntimeError(f"training failed with code {uitslag.code}: the lines above say why")
    merk.write_text(json.dumps({"kenmerk": nu, "taalmodel": kies_taalmodel()}))
    return True

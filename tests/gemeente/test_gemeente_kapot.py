"""One deliberately broken file per mistake. Each is good but for that mistake; its first lines say what to expect."""

from pathlib import Path

import pytest

from bot.gemeente import Regelingfout, laad

KAPOT = sorted((Path(__file__).parent / "kapot").glob("*.yaml"))


def kop(bestand: Path) -> dict[str, str]:
    regels = [regel[2:] for regel in bestand.read_text(encoding="utf-8").splitlines()[:4] if regel.startswith("# ")]
    return dict(regel.split(": ", 1) for regel in regels)


@pytest.mark.parametrize("bestand", KAPOT, ids=[bestand.stem for bestand in KAPOT])
def test_een_kapot_bestand_zegt_wat_waar_en_hoe(bestand: Path, tmp_path: Path) -> None:
    verwacht = kop(bestand)
    doel = tmp_path / "proefstad" / "regelingen" / verwacht["regeling"] / verwacht["bestand"]
    doel.parent.mkdir(parents=True)
    doel.write_bytes(bestand.read_bytes())
    with pytest.raises(Regelingfout) as gevangen:
        laad(tmp_path / "proefstad")
    melding = str(gevangen.value)
    assert str(doel) in melding
    for woorden in verwacht["verwacht"].split(" | "):
        assert woorden in melding
    assert len(gevangen.value.fouten) == 1, melding


def test_alle_fouten_van_een_bestand_komen_tegelijk(tmp_path: Path) -> None:
    doel = tmp_path / "proefstad" / "regelingen" / "termijnen" / "2024-01-01.yaml"
    doel.parent.mkdir(parents=True)
    goed = Path(__file__).parent / "proefstad" / "regelingen" / "termijnen" / "2024-01-01.yaml"
    tekst = (
        goed.read_text(encoding="utf-8").replace("aantal: 5", "aantal: 5.5").replace("eenheid: weken", "eenheid: jaren")
    )
    doel.write_text(tekst, encoding="utf-8")
    with pytest.raises(Regelingfout) as gevangen:
        laad(tmp_path / "proefstad")
    assert [veld for veld, _ in gevangen.value.fouten] == [
        "termijnen.persoonlijk_plan.aantal",
        "termijnen.onderzoek.eenheid",
        "termijnen.besluit.eenheid",
        "termijnen.bezwaar.eenheid",
    ]

"""The checklist file: unique ids, and the numbers that the bot names."""

import pytest
from msgspec import structs

from bot.advies import Checklijsten, Checklist, Deel, Punt, alle_punten
from bot.vragen import Bron
from tests.vragen import dialogen

LIJSTEN = dialogen.dialoog("advies").lijsten
LIJST = LIJSTEN.lijsten["basisset"]
ALLE_DELEN = [d for lijst in LIJSTEN.lijsten.values() for d in lijst.delen]
BRON = Bron("vng", "3")


def deel(id: str, *punten: str) -> Deel:
    gemaakt = tuple(Punt(p, f"Kort {p}", "Staat dat in het beleid?", "Kijk goed.", BRON) for p in punten)
    return Deel(id, f"Deel {id}", "eis", f"Kort {id}", "Dit is een deel.", BRON, gemaakt)


def test_the_points_come_in_the_order_of_the_parts() -> None:
    lijst = Checklist("Titel", "Zo.", (deel("a", "a1", "a2"), deel("b", "b1")))
    assert [p.id for p in lijst.punten] == ["a1", "a2", "b1"]


@pytest.mark.parametrize(
    "delen",
    [(deel("a", "p"), deel("b", "p")), (deel("a", "p"), deel("a", "q")), (deel("a", "b"), deel("b", "c"))],
    ids=["a point twice", "a part twice", "a part and a point"],
)
def test_an_id_that_is_used_twice_is_refused_by_name(delen: tuple[Deel, ...]) -> None:
    with pytest.raises(ValueError, match="twee keer"):
        Checklijsten({"een": Checklist("Titel", "Zo.", delen)})


def test_a_point_that_says_the_same_must_stand_in_an_earlier_list() -> None:
    verwijst = structs.replace(deel("b", "b1"), punten=(structs.replace(deel("b", "b1").punten[0], zelfde_als="a1"),))
    een, twee = Checklist("Een", "Zo.", (deel("a", "a1"),)), Checklist("Twee", "Zo.", (verwijst,))
    assert Checklijsten({"een": een, "twee": twee}).kern("b1") == "a1"
    with pytest.raises(ValueError, match="a1 is geen punt van een lijst ervoor"):
        Checklijsten({"twee": twee, "een": een})


def test_a_part_says_which_of_its_points_stand_in_an_earlier_list() -> None:
    for lijst in LIJSTEN.lijsten.values():
        for d in lijst.delen:
            dubbel = {p.id for p in LIJSTEN.elders(list(LIJSTEN.lijsten), d)}
            assert dubbel == {p.id for p in d.punten if p.zelfde_als}
            assert LIJSTEN.lijst_van(d.id) == lijst.titel


def test_the_basisset_has_three_uitgangspunten_and_six_eisen() -> None:
    """avi hoofdstuk 3 and vng 3 and 5."""
    soorten = [d.soort for d in LIJST.delen]
    assert (soorten.count("uitgangspunt"), soorten.count("eis")) == (3, 6)


def test_every_part_has_points_and_every_point_asks_about_the_policy() -> None:
    assert [d.id for d in ALLE_DELEN if not d.punten] == []
    assert [p.id for p in alle_punten(ALLE_DELEN) if not p.vraag.strip().endswith("?")] == []


def test_every_source_of_the_checklist_is_a_known_document() -> None:
    namen = {d.bron.document for d in ALLE_DELEN} | {p.bron.document for p in alle_punten(ALLE_DELEN)}
    assert namen <= dialogen.diensten().documentnamen.keys()


def test_no_two_points_have_the_same_name() -> None:
    for lijst in LIJSTEN.lijsten.values():
        assert len({p.kort for p in lijst.punten}) == len(lijst.punten), lijst.titel

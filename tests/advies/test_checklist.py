"""The checklist file: unique ids, and the numbers that the bot names."""

import pytest

from bot.advies import Checklist, Deel, Punt
from bot.vragen import Bron
from tests.vragen import dialogen

LIJST = dialogen.dialoog("advies").lijst
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
        Checklist("Titel", "Zo.", delen)


def test_the_basisset_has_three_uitgangspunten_and_six_eisen() -> None:
    """avi hoofdstuk 3 and vng 3 and 5."""
    soorten = [d.soort for d in LIJST.delen]
    assert (soorten.count("uitgangspunt"), soorten.count("eis")) == (3, 6)


def test_every_part_has_points_and_every_point_asks_about_the_policy() -> None:
    assert [d.id for d in LIJST.delen if not d.punten] == []
    assert [p.id for p in LIJST.punten if not p.vraag.strip().endswith("?")] == []


def test_every_source_of_the_checklist_is_a_known_document() -> None:
    namen = {d.bron.document for d in LIJST.delen} | {p.bron.document for p in LIJST.punten}
    assert namen <= dialogen.diensten().documentnamen.keys()


def test_no_two_points_have_the_same_name() -> None:
    assert len({p.kort for p in LIJST.punten}) == len(LIJST.punten)

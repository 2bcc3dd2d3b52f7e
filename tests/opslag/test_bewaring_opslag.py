"""Every kind goes after its own days, and nothing else does."""

from datetime import date, timedelta

from sqlalchemy import insert, select
from sqlalchemy.engine import Engine

from bot.opslag import Bericht, Gesprekken, tijd, uitbak
from bot.opslag.bewaring import Opgeruimd, Termijnen, ruim_op
from bot.opslag.logboek import Logboek
from bot.opslag.tabellen import gedeelde_plannen, gesprekken, logboek, medewerkers, uitnodigingen
from bot.opslag.tabellen import uitbak as bak
from tests.opslag.test_gesprekken_opslag import engine

__all__ = ["engine"]

TERMIJNEN = Termijnen(gesprek=40, deling=30, uitnodiging=20, logboek=50, onbegrepen=30)


def vul(engine: Engine, naam: str, dagen: int) -> None:
    """A conversation, two invitations (one unused), a shared plan, a delivery and an audit line, this old."""
    toen, dag = tijd.nu() - timedelta(days=dagen), date.today() - timedelta(days=dagen)
    id, _ = Gesprekken(engine).begin("inwoner", "het_hogeland", [Bericht("bot", "Goedendag.")])
    with engine.begin() as db:
        db.execute(gesprekken.update().where(gesprekken.c.id == id).values(laatst=toen))
        if db.execute(select(medewerkers.c.id)).first() is None:
            db.execute(
                insert(medewerkers).values(
                    id="m", naam="anna", weergavenaam="Anna", rol="consulent", geblokkeerd=False, gemaakt=toen
                )
            )
        for sleutel, gesprek in ((naam, id), (f"{naam}-ongebruikt", None)):
            db.execute(
                insert(uitnodigingen).values(
                    id=sleutel, medewerker_id="m", dialoog="persoonlijk_plan", kenmerk="", tot=dag, gemaakt=toen,
                    link=sleutel, woorden=sleutel, gesprek_id=gesprek,
                )
            )  # fmt: skip
        db.execute(
            insert(gedeelde_plannen).values(
                id=naam, gesprek_id=id, uitnodiging_id=naam, inhoud="{}", gedeeld=toen,
                tot=date.today() + timedelta(days=60),
            )
        )  # fmt: skip
        db.execute(logboek.insert().values(tijdstip=toen, wie="systeem", wat="plan_bezorgd", waarover=naam))
        uitbak.leg_klaar(db, naam, id, toen)
        db.execute(bak.update().where(bak.c.deling_id == naam).values(stand="bezorgd", bijgewerkt=toen))


def over(engine: Engine) -> dict[str, int]:
    with engine.connect() as db:
        return {
            t.name: len(db.execute(select(t)).all())
            for t in (gesprekken, uitnodigingen, gedeelde_plannen, bak, logboek)
        }


def test_each_kind_has_its_own_days(engine: Engine) -> None:
    for dagen in (0, 25, 35, 45, 55):
        vul(engine, f"d{dagen}", dagen)
    assert ruim_op(engine, TERMIJNEN, date.today()) == Opgeruimd(
        gesprekken=2, adviezen=0, delingen=3, uitnodigingen=6, bezorgingen=2, logregels=1, zinnen=0
    )
    opgeruimd = {r.waarover for r in Logboek(engine).regels() if r.wat == "opgeruimd"}
    assert opgeruimd == {"gesprekken:2", "delingen:3", "uitnodigingen:6", "bezorgingen:2", "logregels:1"}
    assert over(engine) == {"gesprekken": 3, "uitnodigingen": 4, "gedeelde_plannen": 2, "uitbak": 3, "logboek": 9}
    assert ruim_op(engine, TERMIJNEN, date.today()).gesprekken == 0

"""The commands: serve, train, versta, regel, controleer, purge, onbegrepen."""

import argparse
import asyncio
import json
import logging
import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


def main(argv: list[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    lezer = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    opdrachten = lezer.add_subparsers(dest="opdracht", required=True)
    opdrachten.add_parser("serve", help="the web server alone")
    opdrachten.add_parser("train", help="train the model; skips when nothing changed")
    opdrachten.add_parser("versta", help="a sentence a line on stdin, a JSON line each on stdout")
    regel = opdrachten.add_parser("regel", help="one JSON object on stdin, the outcome on stdout")
    regel.add_argument("naam")
    regel.add_argument("--in-woorden", action="store_true", help="the outcome as Dutch sentences with their sources")
    controle = opdrachten.add_parser(
        "controleer", help="check the files of a municipality; says in Dutch what is wrong"
    )
    controle.add_argument("map", type=Path)
    opdrachten.add_parser("purge", help="delete what is past its retention")
    opdrachten.add_parser("onbegrepen", help="the sentences that were not understood, most frequent first")
    gekozen = lezer.parse_args(argv)
    if gekozen.opdracht == "regel":
        return _regel(gekozen.naam, gekozen.in_woorden)
    if gekozen.opdracht == "controleer":
        return _controleer(gekozen.map)
    return _OPDRACHTEN[gekozen.opdracht]()


def _serve() -> int:
    from bot.web.server import serveer

    return serveer()


def _train() -> int:
    from bot.gesprek.instellingen import uit_omgeving
    from bot.gesprek.training import train

    print("Model: trained." if train(uit_omgeving()) else "Model: up to date.", flush=True)
    return 0


def _versta() -> int:
    from bot.gesprek.versta import versta_regels

    logging.disable(logging.CRITICAL)
    return asyncio.run(versta_regels(sys.stdin, sys.stdout))


def _regel(naam: str, in_woorden: bool) -> int:
    from bot import gemeente
    from bot.gesprek.diensten import vandaag_in_nederland
    from bot.gesprek.instellingen import uit_omgeving
    from bot.gesprek.regelloket import antwoord, in_zinnen

    instellingen = uit_omgeving()
    regels = gemeente.laad(instellingen.gemeenten / instellingen.gemeente)
    status, inhoud = antwoord(regels, naam, sys.stdin.buffer.read(), vandaag_in_nederland())
    print(in_zinnen(regels, inhoud) if in_woorden and status == 200 else json.dumps(inhoud, ensure_ascii=False))
    return 0 if status == 200 else 2


def _controleer(map: Path) -> int:
    from bot.gesprek.controleer import controleer
    from bot.gesprek.instellingen import uit_omgeving

    in_orde, regels = controleer(map.resolve(), uit_omgeving())
    print("\n".join(regels))
    return 0 if in_orde else 1


def _purge() -> int:
    from bot.gesprek.diensten import vandaag_in_nederland
    from bot.gesprek.instellingen import uit_omgeving
    from bot.opslag import Gesprekken, Onbegrepen, open_databank, werk_bij

    instellingen = uit_omgeving()
    engine = open_databank(instellingen.databank)
    werk_bij(engine)
    aantal = Gesprekken(engine).ruim_op(instellingen.bewaardagen)
    print(f"{aantal} conversations deleted (no activity for {instellingen.bewaardagen} days)")
    zinnen = Onbegrepen(engine).ruim_op(vandaag_in_nederland(), instellingen.onbegrepen_dagen)
    print(f"{zinnen} sentences that were not understood deleted (older than {instellingen.onbegrepen_dagen} days)")
    return 0


def _onbegrepen() -> int:
    from bot.gesprek.instellingen import uit_omgeving
    from bot.opslag import Onbegrepen, open_databank, werk_bij

    instellingen = uit_omgeving()
    engine = open_databank(instellingen.databank)
    werk_bij(engine)
    if not instellingen.onbegrepen:
        print("Het bewaren van zinnen staat uit. Aanzetten: WMO_ONBEGREPEN=1.", file=sys.stderr)
    for zin in Onbegrepen(engine).alle():
        print(f"{zin.aantal:5}  {zin.laatst}  {zin.tekst}")
    return 0


_OPDRACHTEN: dict[str, Callable[[], int]] = {
    "serve": _serve,
    "train": _train,
    "versta": _versta,
    "purge": _purge,
    "onbegrepen": _onbegrepen,
}

if __name__ == "__main__":
    sys.exit(main())

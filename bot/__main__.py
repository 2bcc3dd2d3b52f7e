"""The commands: serve, train, versta, regel, controleer, purge, wis, logboek, register, onbegrepen."""

import argparse
import asyncio
import getpass
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
    logboek = opdrachten.add_parser("logboek", help="the audit trail in Dutch: who did what when, without content")
    logboek.add_argument("--dagen", type=int, choices=range(1, 3651), metavar="DAGEN", help="of the last days alone")
    logboek.add_argument("--over", help="about one id alone")
    wis = opdrachten.add_parser("wis", help="wipe conversations by number: after a backup was put back")
    wis.add_argument("nummers", nargs="+")
    opdrachten.add_parser("register", help="what is kept, why and how long: for verwerkings- and algoritmeregister")
    opdrachten.add_parser("onbegrepen", help="the sentences that were not understood, most frequent first")
    wie = opdrachten.add_parser("medewerker", help="accounts of people who work for the municipality")
    doen = wie.add_subparsers(dest="doe", required=True)
    maak = doen.add_parser("maak", help="a new account; the password is asked, or WMO_WACHTWOORD")
    maak.add_argument("naam")
    maak.add_argument("--rol", required=True, choices=["consulent", "raad", "beheerder"])
    maak.add_argument("--toon", default="", help='the name that a citizen reads: "Anja de Boer, consulent Wmo"')
    maak.add_argument("--zonder-wachtwoord", action="store_true", help="for a trusted proxy (WMO_OIDC_KOP) alone")
    for naam, uitleg in (("wachtwoord", "a new password; ends every session"), ("blokkeer", "closes the account")):
        doen.add_parser(naam, help=uitleg).add_argument("naam")
    doen.add_parser("lijst", help="every account with its role")
    gekozen = lezer.parse_args(argv)
    if gekozen.opdracht == "medewerker":
        return _medewerker(gekozen)
    if gekozen.opdracht == "regel":
        return _regel(gekozen.naam, gekozen.in_woorden)
    if gekozen.opdracht == "controleer":
        return _controleer(gekozen.map)
    if gekozen.opdracht == "wis":
        return _wis(gekozen.nummers)
    if gekozen.opdracht == "logboek":
        return _logboek(gekozen.dagen, gekozen.over)
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
    from bot.opslag import open_databank, werk_bij
    from bot.opslag.bewaring import ruim_op

    instellingen = uit_omgeving()
    engine = open_databank(instellingen.databank)
    werk_bij(engine)
    weg, dagen = ruim_op(engine, instellingen.termijnen, vandaag_in_nederland()), instellingen.termijnen
    print(f"{weg.gesprekken} conversations deleted (no activity for {dagen.gesprek} days)")
    print(f"{weg.adviezen} advices deleted (no activity for {dagen.gesprek} days)")
    print(f"{weg.delingen} shared plans deleted (not shared any more, or for {dagen.deling} days)")
    print(f"{weg.uitnodigingen} invitations deleted (ended {dagen.uitnodiging} days ago)")
    print(f"{weg.bezorgingen} deliveries deleted (over for {dagen.deling} days)")
    print(f"{weg.logregels} lines of the audit trail deleted (older than {dagen.logboek} days)")
    print(f"{weg.zinnen} sentences that were not understood deleted (older than {dagen.onbegrepen} days)")
    return 0


def _logboek(dagen: int | None, over: str | None) -> int:
    from bot.bezorging import laad_teksten
    from bot.gesprek.instellingen import uit_omgeving
    from bot.gesprek.logboekteksten import in_woorden
    from bot.opslag import open_databank, werk_bij
    from bot.opslag.logboek import Logboek

    instellingen = uit_omgeving()
    engine = open_databank(instellingen.databank)
    werk_bij(engine)
    teksten = laad_teksten(instellingen.wortel / "data" / "dialogen")
    for regel in in_woorden(Logboek(engine).regels(dagen, over), teksten):
        print(regel)
    return 0


def _wis(nummers: list[str]) -> int:
    from bot.gesprek.instellingen import uit_omgeving
    from bot.opslag import Gesprekken, open_databank, werk_bij

    engine = open_databank(uit_omgeving().databank)
    werk_bij(engine)
    weg = [Gesprekken(engine).wis(nummer, "systeem") for nummer in nummers]
    print(f"{sum(bool(gewist.weg) for gewist in weg)} of {len(weg)} conversations were there and are wiped")
    return 0


def _register() -> int:
    from bot.gesprek.instellingen import uit_omgeving
    from bot.gesprek.register import registertekst

    print(registertekst(uit_omgeving()))
    return 0


def _medewerker(gekozen: argparse.Namespace) -> int:
    from bot.gesprek.instellingen import uit_omgeving
    from bot.opslag import Medewerkers, Naambezet, open_databank, werk_bij

    engine = open_databank(uit_omgeving().databank)
    werk_bij(engine)
    accounts = Medewerkers(engine)
    try:
        if gekozen.doe == "lijst":
            for wie in accounts.lijst():
                print(f"{wie.naam}  {wie.rol}  {wie.id}{'  blocked' if wie.geblokkeerd else ''}")
        elif gekozen.doe == "maak":
            wachtwoord = None if gekozen.zonder_wachtwoord else _wachtwoord()
            wie = accounts.maak(gekozen.naam, gekozen.rol, wachtwoord, gekozen.toon)
            print(f"account {wie.naam} made: {wie.rol}; citizens read {wie.weergavenaam!r}")
        elif gekozen.doe == "wachtwoord":
            accounts.zet_wachtwoord(gekozen.naam, _wachtwoord())
            print("password changed; every session of this account ended")
        else:
            accounts.blokkeer(gekozen.naam)
            print("account blocked; every session of it ended")
    except Naambezet as fout:
        print(f"there is an account {fout} already: choose another name", file=sys.stderr)
        return 1
    except (LookupError, ValueError) as fout:
        print(fout, file=sys.stderr)
        return 1
    return 0


def _wachtwoord() -> str:
    """From WMO_WACHTWOORD, else asked twice on the terminal. Raises ValueError."""
    if gegeven := os.environ.get("WMO_WACHTWOORD"):
        return gegeven
    eerst = getpass.getpass("Password: ")
    if eerst != getpass.getpass("Again: "):
        raise ValueError("the two passwords differ: nothing changed")
    return eerst


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
    "register": _register,
}

if __name__ == "__main__":
    sys.exit(main())

"""The process that reads one document: bytes in on stdin, JSON out on stdout. Started by `lezer`, never by a person.

It limits itself before it sees a byte: time, memory, open files, no core dump. From then on it opens no connection,
starts no program and writes no file; whoever finds a fault in a parser gets no further than this process.
"""

import os
import resource
import sys
from typing import Any, NoReturn

import msgspec

from bot.stukken import grenzen
from bot.stukken.inhoud import lees
from bot.stukken.stuk import Gelezen, Geweigerd, Weigering

_VERBODEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "ctypes.")
_SCHRIJVEN = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def begrens() -> None:
    """Sets the limits of `grenzen` on this process, for good."""
    for wat, hoeveel in (
        (resource.RLIMIT_CPU, grenzen.SECONDEN_CPU),
        (resource.RLIMIT_AS, grenzen.GEHEUGEN),
        (resource.RLIMIT_NOFILE, grenzen.BESTANDEN),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hoogstens = resource.getrlimit(wat)[1]
        waarde = hoeveel if hoogstens == resource.RLIM_INFINITY else min(hoeveel, hoogstens)
        resource.setrlimit(wat, (waarde, waarde))
    sys.addaudithook(_bewaak)


def antwoord(inhoud: bytes) -> Gelezen | Geweigerd:
    """What the document holds, or why it cannot be read. Whatever a parser raises means a broken document."""
    try:
        return lees(inhoud)
    except Weigering as weigering:
        return Geweigerd(weigering.code)
    except MemoryError:
        return Geweigerd("te_zwaar")
    except Exception:
        return Geweigerd("kapot")


def _bewaak(gebeurtenis: str, argumenten: tuple[Any, ...]) -> None:
    if gebeurtenis.startswith(_VERBODEN):
        _verbied(gebeurtenis)
    if gebeurtenis == "open" and argumenten[2] & _SCHRIJVEN:
        _verbied(gebeurtenis)


def _verbied(gebeurtenis: str) -> NoReturn:
    raise PermissionError(f"a document that is being read may not do this: {gebeurtenis}")


def main() -> None:
    begrens()
    uitkomst = antwoord(sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.json.encode(uitkomst))


if __name__ == "__main__":
    main()

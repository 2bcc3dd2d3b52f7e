"""A worker that dies by kill -9 after the receiver answered and before the outbox knows it: run as a process."""

import asyncio
import os
import signal
import sys
from datetime import timedelta

from bot.bezorging import Webhookbezorger, Werker
from bot.opslag import open_databank
from bot.opslag.uitbak import Bezorging, Uitbak
from tests.bezorging.ontvangers import inhoud, webhook


class Dodelijk(Uitbak):
    def sluit(self, bezorging: Bezorging, stand: str, fout: str | None = None) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    url, basis = sys.argv[1:]
    werker = Werker(
        Dodelijk(open_databank(url)), Webhookbezorger(webhook(basis)), lambda _: inhoud(), timedelta(hours=1)
    )
    asyncio.run(werker.eenmaal())

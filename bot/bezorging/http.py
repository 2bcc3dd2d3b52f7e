"""One POST of JSON to the municipality: no redirects, no proxy from the environment, a limit on time."""

import io
from collections.abc import Mapping

import aiohttp

from bot.bezorging.zending import Bezorgfout

SECONDEN = 30
LANGSTE_ANTWOORD = 64 * 1024


async def post(url: str, inhoud: bytes, koppen: Mapping[str, str]) -> tuple[int, bytes]:
    """The status and the first part of the answer. Raises Bezorgfout when there is none."""
    tijd = aiohttp.ClientTimeout(total=SECONDEN)
    try:
        async with (
            aiohttp.ClientSession(timeout=tijd) as sessie,
            sessie.post(
                url,
                data=io.BytesIO(inhoud),
                headers={"Content-Type": "application/json", "Accept": "application/json", **koppen},
                allow_redirects=False,
            ) as antwoord,
        ):
            return antwoord.status, await antwoord.content.read(LANGSTE_ANTWOORD)
    except TimeoutError:
        raise Bezorgfout("tijd") from None
    except (aiohttp.ClientError, OSError) as fout:
        raise Bezorgfout(f"verbinding_{type(fout).__name__}"[:40]) from None

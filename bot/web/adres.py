"""Addresses: from which one somebody comes, and under which one this site is reached."""

from ipaddress import IPv6Address, ip_address

from aiohttp import web

from bot.web.sleutels import HOST

DEEL_VAN_EEN_HUIS = 64


def bezoeker(request: web.Request) -> str:
    """Whom to slow down: the visitor's address, of IPv6 the part that a house gets.

    Behind a trusted proxy (WMO_PROXY) it is what the proxy says, the last one that is no proxy.
    """
    eigen = request.app[HOST].diensten.instellingen.proxies
    adres = request.remote or ""
    keten = [a.strip() for kop in request.headers.getall("X-Forwarded-For", []) for a in kop.split(",")]
    while adres in eigen and keten:
        adres = keten.pop()
    try:
        ip = ip_address(adres)
    except ValueError:
        return adres[:64]
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is None:
        return str(IPv6Address(int(ip) >> DEEL_VAN_EEN_HUIS << DEEL_VAN_EEN_HUIS))
    return adres


def adres_van(request: web.Request, pad: str) -> str:
    """The whole address of a page, as others reach it."""
    instellingen = request.app[HOST].diensten.instellingen
    schema = "https" if instellingen.achter_https else request.scheme
    return (instellingen.adres or f"{schema}://{request.host}") + pad

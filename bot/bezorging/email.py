"""Delivery by e-mail: a link to the plan, behind the login of the staff. Never anything of the plan itself."""

import ssl
from datetime import date
from email.message import EmailMessage

import aiosmtplib

from bot.bezorging.instellingen import Email
from bot.bezorging.teksten import Mailtekst
from bot.bezorging.zending import Bezorgfout, Ontvangst, Zending

SECONDEN = 30


class Mailbezorger:
    """Sends over STARTTLS only: a server without it gets nothing."""

    meldt_intrekking = False

    def __init__(self, instellingen: Email, tekst: Mailtekst) -> None:
        self._instellingen, self._tekst = instellingen, tekst
        self._tls = ssl.create_default_context(cafile=str(instellingen.ca) if instellingen.ca else None)

    async def bezorg(self, zending: Zending) -> Ontvangst:
        """Sends the link. The reference is the Message-ID: a mailbox keeps a repeat apart."""
        if zending.inhoud is None:
            raise Bezorgfout("geen_inhoud")
        plek = self._instellingen
        bericht = self._bericht(zending.referentie, plek.adres + zending.inhoud.pad, zending.inhoud.gedeeld_op)
        try:
            await aiosmtplib.send(
                bericht,
                hostname=plek.host,
                port=plek.poort,
                username=plek.gebruiker,
                password=plek.wachtwoord,
                start_tls=True,
                tls_context=self._tls,
                timeout=SECONDEN,
            )
        except aiosmtplib.SMTPResponseException as fout:
            raise Bezorgfout(f"smtp_{fout.code}") from None
        except aiosmtplib.SMTPException as fout:
            raise Bezorgfout(f"smtp_{type(fout).__name__.removeprefix('SMTP').lower()}") from None
        return Ontvangst()

    def _bericht(self, referentie: str, adres: str, dag: date) -> EmailMessage:
        bericht = EmailMessage()
        bericht["From"], bericht["To"] = self._instellingen.van, self._instellingen.naar
        bericht["Subject"] = self._tekst.onderwerp
        bericht["Message-ID"] = f"<{referentie}@{self._instellingen.van.partition('@')[2]}>"
        bericht["Auto-Submitted"] = "auto-generated"
        alineas = [a.format(adres=adres, dag=dag.strftime("%d-%m-%Y")) for a in self._tekst.tekst]
        bericht.set_content("\n\n".join(alineas) + "\n")
        return bericht

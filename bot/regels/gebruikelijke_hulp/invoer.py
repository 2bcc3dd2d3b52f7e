"""The input of `gebruikelijke-hulp`."""

from typing import Annotated, Literal

from msgspec import Meta

from bot.regels.invoer import Groep, Invoer, Leeftijd

Overbelast = Literal["ja", "dreigt", "nee"]


class Situatie(Groep, frozen=True, kw_only=True):
    """The situation of the person who needs help."""

    duur_maanden: Annotated[int, Meta(ge=0, le=1200, description="Hoeveel maanden de zorg naar verwachting duurt")]
    terminaal: Annotated[bool, Meta(description="Heeft de persoon nog maar heel kort te leven?")]


class Huisgenoot(Groep, frozen=True, kw_only=True):
    """Somebody beside the person who needs help."""

    leeftijd: Leeftijd
    inwonend: Annotated[bool, Meta(description="Woont deze persoon in hetzelfde huis?")]
    leefeenheid: Annotated[bool, Meta(description="Voeren zij samen één huishouden? Een huurder hoort daar niet bij.")]
    aantoonbare_beperking: Annotated[bool, Meta(description="Is aangetoond dat deze persoon de taken niet kan doen?")]
    overbelast: Annotated[Overbelast, Meta(description="Is deze persoon overbelast, of dreigt dat?")]
    weg_etmalen_aaneen: Annotated[
        int, Meta(ge=0, le=366, description="Hoeveel etmalen achter elkaar deze persoon voor werk weg is. 0 is niet.")
    ]
    weg_verplicht_door_werk: Annotated[bool, Meta(description="Hoort het weg zijn verplicht bij het werk?")]
    niet_gewend: Annotated[bool, Meta(description="Heeft deze persoon nooit geleerd om huishoudelijk werk te doen?")]
    weigert: Annotated[bool, Meta(description="Wil deze persoon niet helpen?")]


class GebruikelijkeHulpInvoer(Invoer, frozen=True, kw_only=True):
    """A situation and everybody of whom help might be expected. Nobody is an empty list."""

    situatie: Situatie
    huisgenoten: Annotated[tuple[Huisgenoot, ...], Meta(max_length=30)]

"""The OpenAPI 3.1 description, made from the same models that check the requests."""

from typing import Any

import msgspec

from bot.gesprek.werkblad import Antwoord
from bot.regels import Gemeente, Uitkomst, overzicht
from bot.web import raad_api, vormen
from bot.web.beveiliging import API_VERSIE

_MODELLEN = [
    vormen.NieuwGesprek,
    vormen.NieuwBericht,
    vormen.Berichten,
    vormen.Geschiedenis,
    vormen.Probleem,
    vormen.Regellijst,
    Uitkomst,
    Antwoord,
    raad_api.NieuwBesluit,
    raad_api.Deelneming,
    raad_api.Adviesstand,
    raad_api.Stukken,
    raad_api.Stukbeeld,
    raad_api.Passages,
    raad_api.Deellink,
]
_GESPREK = "/api/v1/gesprekken/huidig"


def beschrijving(gemeente: Gemeente) -> dict[str, Any]:
    """The whole description for this municipality's rules."""
    _, componenten = msgspec.json.schema_components(_MODELLEN, ref_template="#/components/schemas/{name}")
    paden: dict[str, Any] = {
        "/api/v1/gesprekken": {
            "post": _actie(
                "Begin een gesprek",
                {"201": _json("Berichten")},
                [412, 422, 429, 503],
                body="NieuwGesprek",
                koppen=["If-None-Match"],
            )
        },
        f"{_GESPREK}/berichten": {
            "post": _actie(
                "Stuur een bericht",
                {"200": _json("Berichten")},
                [401, 413, 422, 429, 503],
                body="NieuwBericht",
                koppen=["Idempotency-Key"],
            )
        },
        _GESPREK: {
            "get": _actie("Het hele gesprek", {"200": _json("Geschiedenis")}, [401, 503]),
            "delete": _actie("Wis het gesprek", {"204": {"description": "Gewist"}}, [401, 503]),
        },
        "/api/v1/regels": {"get": _actie("De regels", {"200": _json("Regellijst")}, [])},
    }
    paden |= _raad()
    for regel in overzicht(gemeente):
        schema = _verhuis(regel["schema"], regel["naam"], componenten)
        paden[f"/api/v1/regels/{regel['naam']}"] = {
            "post": {
                **_actie(regel["omschrijving"], {"200": _json("Uitkomst")}, [413, 422]),
                "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
            }
        }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Wmo-gesprekshulp",
            "version": API_VERSIE,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "paths": paden,
        "components": {"schemas": componenten},
    }


def _raad() -> dict[str, Any]:
    """The worksheet of a Wmo-raad."""
    api, weg = raad_api.API, {"204": {"description": "Gewist"}}
    stuk = {
        "type": "object",
        "properties": {"bestand": {"type": "string", "format": "binary"}},
        "required": ["bestand"],
    }
    upload = _actie("Lees een tekst van de gemeente", {"201": _json("Stukbeeld")}, [401, 404, 413, 422, 429, 503])
    upload["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": stuk}}}
    antwoord = _actie("Geef uw antwoord bij een punt", {"200": _json("Puntstand")}, [401, 404, 422, 429], "Antwoord")
    besluit = _actie(
        "Leg het antwoord van de raad vast", {"200": _json("Puntstand")}, [401, 403, 404, 409, 422, 429], "NieuwBesluit"
    )
    return {
        api: {"get": _actie("Het hele advies, zoals dit lid het ziet", {"200": _json("Adviesstand")}, [401, 404])},
        f"{api}/punten/{{punt}}": {"parameters": _pad("punt"), "put": antwoord},
        f"{api}/punten/{{punt}}/passages": {
            "parameters": _pad("punt"),
            "get": _actie("Plekken die over een punt lijken te gaan", {"200": _json("Passages")}, [401, 404]),
        },
        f"{api}/besluiten/{{punt}}": {"parameters": _pad("punt"), "put": besluit},
        f"{api}/stukken": {
            "get": _actie("De teksten van de gemeente", {"200": _json("Stukken")}, [401, 404]),
            "post": upload,
        },
        f"{api}/stukken/{{id}}": {"parameters": _pad("id"), "delete": _actie("Wis een tekst", weg, [401, 404, 429])},
        f"{api}/link": {
            "post": _actie("Maak een link voor leden", {"201": _json("Deellink")}, [401, 403, 404, 429]),
            "delete": _actie("Trek de link in", weg, [401, 403, 404, 429]),
        },
        f"{api}/deelname": {
            "post": _actie("Doe mee", {"201": _json("Adviesstand")}, [401, 404, 409, 422, 429], "Deelneming")
        },
    }


def _pad(naam: str) -> list[dict[str, Any]]:
    return [{"name": naam, "in": "path", "required": True, "schema": {"type": "string"}}]


def _json(model: str) -> dict[str, Any]:
    return {
        "description": model,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{model}"}}},
    }


def _actie(
    titel: str, goed: dict[str, Any], fouten: list[int], body: str | None = None, koppen: list[str] | None = None
) -> dict[str, Any]:
    probleem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Probleem"}}}
    actie: dict[str, Any] = {
        "summary": titel,
        "responses": {**goed, **{str(f): {"description": "Probleem", "content": probleem} for f in fouten}},
    }
    if body:
        inhoud = {"application/json": {"schema": {"$ref": f"#/components/schemas/{body}"}}}
        actie["requestBody"] = {"required": True, "content": inhoud}
    if koppen:
        actie["parameters"] = [{"name": k, "in": "header", "schema": {"type": "string"}} for k in koppen]
    return actie


def _verhuis(schema: dict[str, Any], naam: str, componenten: dict[str, Any]) -> dict[str, Any]:
    """Moves a rule's own `$defs` to the components, under the rule's name."""
    voor = naam.replace("-", "_")
    eigen = schema.get("$defs", {})
    tekst = msgspec.json.encode({k: v for k, v in schema.items() if k != "$defs"}).decode()
    defs = msgspec.json.encode(eigen).decode()
    for sleutel in eigen:
        nieuw = f'"#/components/schemas/{voor}.{sleutel}"'
        tekst, defs = (t.replace(f'"#/$defs/{sleutel}"', nieuw) for t in (tekst, defs))
    componenten.update({f"{voor}.{k}": v for k, v in msgspec.json.decode(defs).items()})
    return dict(msgspec.json.decode(tekst))

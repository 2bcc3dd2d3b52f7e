"""The settings of the delivery: what is missing or wrong stops the start, and no secret is shown."""

from datetime import timedelta

import pytest

from bot.bezorging import Mailbezorger, Webhookbezorger, Zgwbezorger, laad_teksten, maak_bezorger
from bot.bezorging.instellingen import is_rsin, uit_omgeving
from tests.bezorging.ontvangers import GEHEIM, RSIN, TYPE
from tests.conftest import WORTEL

BASIS = {"ADRES": "https://hulp.example"}
GOED: dict[str, dict[str, str]] = {
    "email": {**BASIS, "SMTP_HOST": "smtp.example", "VAN": "hulp@hulp.example", "NAAR": "wmo@gemeente.example"},
    "webhook": {**BASIS, "WEBHOOK_URL": "https://zaak.example/hook", "WEBHOOK_GEHEIM": GEHEIM},
    "zgw": {
        "ZGW_URL": "https://zaak.example/documenten/api/v1/", "ZGW_CLIENT_ID": "hulp", "ZGW_GEHEIM": GEHEIM,
        "ZGW_BRONORGANISATIE": RSIN, "ZGW_INFORMATIEOBJECTTYPE": TYPE,
    },
}  # fmt: skip


def omgeving(soort: str, **anders: str) -> dict[str, str]:
    waarden = {f"WMO_BEZORGING_{naam}": waarde for naam, waarde in (GOED[soort] | anders).items()}
    return {"WMO_BEZORGING": soort, "HOME": "/x", **waarden}


def test_without_settings_nothing_is_delivered() -> None:
    instellingen = uit_omgeving({"HOME": "/x"})
    assert (instellingen.soort, instellingen.opgeven_na) == ("geen", timedelta(hours=72))
    assert maak_bezorger(instellingen, laad_teksten(WORTEL / "data" / "dialogen")) is None


@pytest.mark.parametrize(("soort", "klasse"), zip(GOED, (Mailbezorger, Webhookbezorger, Zgwbezorger), strict=True))
def test_each_kind_has_its_own_settings(soort: str, klasse: type) -> None:
    instellingen = uit_omgeving(omgeving(soort, OPGEVEN_UREN="24"))
    assert instellingen.opgeven_na == timedelta(hours=24)
    assert isinstance(maak_bezorger(instellingen, laad_teksten(WORTEL / "data" / "dialogen")), klasse)


@pytest.mark.parametrize(("soort", "naam"), [(soort, naam) for soort, namen in GOED.items() for naam in namen])
def test_a_setting_that_is_missing_is_named(soort: str, naam: str) -> None:
    with pytest.raises(ValueError, match=f"WMO_BEZORGING_{naam} is missing: WMO_BEZORGING={soort}"):
        uit_omgeving(omgeving(soort, **{naam: ""}))


@pytest.mark.parametrize(
    ("soort", "naam", "waarde"),
    [
        ("email", "SMTP_POORT", "0"),
        ("email", "SMTP_POORT", "veel"),
        ("email", "SMTP_POORT", "²"),
        ("email", "NAAR", "wmo"),
        ("email", "NAAR", "a@b.nl, c@d.nl"),
        ("email", "NAAR", "a@b.nl\nBcc: c@d.nl"),
        ("email", "VAN", "Hulp <a@b.nl>"),
        ("email", "SMTP_GEBRUIKER", "alleen"),
        ("email", "SMTP_CA", "/bestaat/niet.pem"),
        ("email", "ADRES", "http://hulp.example"),
        ("webhook", "WEBHOOK_URL", "http://zaak.example/hook"),
        ("webhook", "WEBHOOK_URL", "https://naam:geheim@zaak.example/hook"),
        ("webhook", "WEBHOOK_URL", "ftp://zaak.example"),
        ("webhook", "WEBHOOK_GEHEIM", "kort"),
        ("webhook", "OPGEVEN_UREN", "-1"),
        ("zgw", "ZGW_BRONORGANISATIE", "123456789"),
        ("zgw", "ZGW_GEHEIM", "kort-geheim"),
        ("zgw", "ZGW_INFORMATIEOBJECTTYPE", "plan"),
    ],
)
def test_a_setting_that_is_wrong_is_named(soort: str, naam: str, waarde: str) -> None:
    with pytest.raises(ValueError, match=f"WMO_BEZORGING_{naam}") as fout:
        uit_omgeving(omgeving(soort, **{naam: waarde}))
    assert "GEHEIM" not in naam or waarde not in str(fout.value)


def test_an_unknown_kind_and_a_typing_error_stop_the_start() -> None:
    with pytest.raises(ValueError, match="WMO_BEZORGING='post'"):
        uit_omgeving({"WMO_BEZORGING": "post"})
    with pytest.raises(ValueError, match="WMO_BEZORGING_WEBHOOK_GEHIEM is not known"):
        uit_omgeving(omgeving("webhook") | {"WMO_BEZORGING_WEBHOOK_GEHIEM": "x"})


@pytest.mark.parametrize("soort", GOED)
def test_no_secret_is_shown_where_settings_are_printed(soort: str) -> None:
    wachtwoord = {"SMTP_GEBRUIKER": "hulp", "SMTP_WACHTWOORD": GEHEIM} if soort == "email" else {}
    assert GEHEIM not in repr(uit_omgeving(omgeving(soort, **wachtwoord)))


def test_an_rsin_passes_the_elfproef() -> None:
    assert is_rsin(RSIN)
    assert not any(map(is_rsin, ("000000000", "823288445", "82328844", "8232884440", "abcdefghi", "٨٢٣٢٨٨٤٤٤")))

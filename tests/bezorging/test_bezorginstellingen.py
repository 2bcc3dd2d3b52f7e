"""The settings of the delivery: what is missing or wrong stops the start, and no secret is shown."""

from datetime import timedelta

import pytest

from bot.bezorging import Mailbezorger, Webhookbezorger, Zgwbezorger, laad_teksten, maak_bezorger
from bot.bezorging.instellingen import is_rsin, uit_omgeving
from bot.gesprek.instellingen import uit_omgeving as alle_instellingen
from tests.bezorging.ontvangers import GEHEIM, RSIN, TYPE
from tests.conftest import WORTEL

ADRES = "https://hulp.example"
GOED: dict[str, dict[str, str]] = {
    "email": {"SMTP_HOST": "smtp.example", "VAN": "hulp@hulp.example", "NAAR": "wmo@gemeente.example"},
    "webhook": {"WEBHOOK_URL": "https://zaak.example/hook", "WEBHOOK_GEHEIM": GEHEIM},
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
    instellingen = uit_omgeving(omgeving(soort, OPGEVEN_UREN="24"), ADRES)
    assert instellingen.opgeven_na == timedelta(hours=24)
    assert isinstance(maak_bezorger(instellingen, laad_teksten(WORTEL / "data" / "dialogen")), klasse)


@pytest.mark.parametrize(("soort", "naam"), [(soort, naam) for soort, namen in GOED.items() for naam in namen])
def test_a_setting_that_is_missing_is_named(soort: str, naam: str) -> None:
    with pytest.raises(ValueError, match=f"WMO_BEZORGING_{naam} is missing: WMO_BEZORGING={soort}"):
        uit_omgeving(omgeving(soort, **{naam: ""}), ADRES)


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
        uit_omgeving(omgeving(soort, **{naam: waarde}), ADRES)
    assert "GEHEIM" not in naam or waarde not in str(fout.value)


@pytest.mark.parametrize("soort", ["email", "webhook"])
def test_who_sends_a_link_needs_the_address_of_this_site(soort: str) -> None:
    with pytest.raises(ValueError, match=f"WMO_ADRES is missing: WMO_BEZORGING={soort}"):
        uit_omgeving(omgeving(soort))


@pytest.mark.parametrize("adres", ["http://hulp.example", "hulp.example", "https://a:b@hulp.example", "https://x/?y"])
def test_the_address_of_this_site_is_a_safe_one(adres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WMO_ADRES", adres)
    with pytest.raises(ValueError, match="WMO_ADRES must be an address that begins with https://"):
        alle_instellingen()


def test_an_unknown_kind_and_a_typing_error_stop_the_start() -> None:
    with pytest.raises(ValueError, match="WMO_BEZORGING='post'"):
        uit_omgeving({"WMO_BEZORGING": "post"})
    with pytest.raises(ValueError, match="WMO_BEZORGING_WEBHOOK_GEHIEM is not known"):
        uit_omgeving(omgeving("webhook") | {"WMO_BEZORGING_WEBHOOK_GEHIEM": "x"})


@pytest.mark.parametrize("soort", GOED)
def test_no_secret_is_shown_where_settings_are_printed(soort: str) -> None:
    wachtwoord = {"SMTP_GEBRUIKER": "hulp", "SMTP_WACHTWOORD": GEHEIM} if soort == "email" else {}
    assert GEHEIM not in repr(uit_omgeving(omgeving(soort, **wachtwoord), ADRES))


def test_an_rsin_passes_the_elfproef() -> None:
    assert is_rsin(RSIN)
    assert not any(map(is_rsin, ("000000000", "823288445", "82328844", "8232884440", "abcdefghi", "٨٢٣٢٨٨٤٤٤")))

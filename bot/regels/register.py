"""All rules. A new rule is one module and one line here."""

from bot.regels.aanleren import AANLEREN
from bot.regels.algemeen_gebruikelijk import ALGEMEEN_GEBRUIKELIJK
from bot.regels.ambulante_begeleiding import AMBULANTE_BEGELEIDING
from bot.regels.auto_aanpassing import AUTO_AANPASSING
from bot.regels.duur_indicatie import DUUR_INDICATIE
from bot.regels.fouten import OnbekendeRegel
from bot.regels.gebruikelijke_hulp import GEBRUIKELIJKE_HULP
from bot.regels.groepsbegeleiding import GROEPSBEGELEIDING
from bot.regels.herstelgerichte_hulp import HERSTELGERICHTE_HULP
from bot.regels.hoofdverblijf import HOOFDVERBLIJF
from bot.regels.huishoudelijke_hulp import HUISHOUDELIJKE_HULP
from bot.regels.jeugd_naar_wmo import JEUGD_NAAR_WMO
from bot.regels.kortdurend_verblijf import KORTDUREND_VERBLIJF
from bot.regels.langdurig_noodzakelijk import LANGDURIG_NOODZAKELIJK
from bot.regels.mantelzorgwoning import MANTELZORGWONING
from bot.regels.no_show import NO_SHOW
from bot.regels.opvang_kinderen import OPVANG_KINDEREN
from bot.regels.overbelasting import OVERBELASTING
from bot.regels.overgang_wlz import OVERGANG_WLZ
from bot.regels.pgb import PGB
from bot.regels.pgb_kosten import PGB_KOSTEN
from bot.regels.pgb_vertegenwoordiger import PGB_VERTEGENWOORDIGER
from bot.regels.regel import Regel
from bot.regels.scootmobiel import SCOOTMOBIEL
from bot.regels.termijnen import TERMIJNEN
from bot.regels.tijdelijke_overname import TIJDELIJKE_OVERNAME
from bot.regels.verhuiskosten import VERHUISKOSTEN
from bot.regels.verhuizen import VERHUIZEN
from bot.regels.vervoer import VERVOER
from bot.regels.voorzienbaarheid import VOORZIENBAARHEID
from bot.regels.wlz import WLZ
from bot.regels.woningaanpassing import WONINGAANPASSING
from bot.regels.zeer_kwetsbaar import ZEER_KWETSBAAR
from bot.regels.zorgplicht_kinderen import ZORGPLICHT_KINDEREN

REGELS: dict[str, Regel] = {
    regel.naam: regel
    for regel in (
        HUISHOUDELIJKE_HULP,
        GEBRUIKELIJKE_HULP,
        OVERBELASTING,
        ALGEMEEN_GEBRUIKELIJK,
        TERMIJNEN,
        WLZ,
        PGB,
        PGB_VERTEGENWOORDIGER,
        KORTDUREND_VERBLIJF,
        VERVOER,
        PGB_KOSTEN,
        NO_SHOW,
        OVERGANG_WLZ,
        SCOOTMOBIEL,
        AUTO_AANPASSING,
        HOOFDVERBLIJF,
        VOORZIENBAARHEID,
        VERHUIZEN,
        VERHUISKOSTEN,
        WONINGAANPASSING,
        MANTELZORGWONING,
        ZEER_KWETSBAAR,
        DUUR_INDICATIE,
        AMBULANTE_BEGELEIDING,
        GROEPSBEGELEIDING,
        HERSTELGERICHTE_HULP,
        JEUGD_NAAR_WMO,
        OPVANG_KINDEREN,
        ZORGPLICHT_KINDEREN,
        AANLEREN,
        TIJDELIJKE_OVERNAME,
        LANGDURIG_NOODZAKELIJK,
    )
}


def zoek(naam: str) -> Regel:
    """The rule with this name; raises OnbekendeRegel."""
    regel = REGELS.get(naam)
    if regel is None:
        raise OnbekendeRegel(naam, REGELS)
    return regel

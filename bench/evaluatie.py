"""Measures how well sentences are understood: `make evaluatie`. Run by hand; minutes, not seconds.

Cross-validation on `data/nlu`, then once over `tests/nlu/apart.yml` through the whole route (danger, language, model).
The numbers go to the screen, plots and a table per topic to `docs/beelden/nlu_*`. With `--alternatieven` it compares
features and classifiers on one fold instead, for docs/nlu.md.
"""

import argparse
import asyncio
import csv
import os
import random
import re
import time
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.simplefilter("ignore")

import matplotlib  # noqa: E402

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
import yaml  # noqa: E402
from scipy.optimize import minimize  # noqa: E402
from scipy.sparse import csr_matrix, hstack, vstack  # noqa: E402
from scipy.sparse.csgraph import connected_components  # noqa: E402
from scipy.special import log_softmax  # noqa: E402
from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: E402
from sklearn.linear_model import LogisticRegression, SGDClassifier  # noqa: E402
from sklearn.model_selection import StratifiedGroupKFold  # noqa: E402
from sklearn.naive_bayes import ComplementNB  # noqa: E402
from sklearn.svm import LinearSVC  # noqa: E402

from bot.gesprek.nlu.classificator import Tekstclassificator  # noqa: E402
from bot.gesprek.nlu.kenmerken import IJking, Indeler, Kenmerken, lemmas  # noqa: E402
from bot.gesprek.nlu.taalmodel import kies_taalmodel, maak_taalmodel  # noqa: E402
from bot.vragen.woorden import normaal  # noqa: E402

WORTEL = Path(__file__).resolve().parent.parent
BEELDEN = WORTEL / "docs" / "beelden"
DELEN, LIJKT = 5, 0.8
INSTELLING = Tekstclassificator.get_default_config() | next(
    deel
    for deel in yaml.safe_load((WORTEL / "config.yml").read_text())["pipeline"]
    if deel["name"].endswith("Tekstclassificator")
)
DREMPEL = next(
    deel["threshold"]
    for deel in yaml.safe_load((WORTEL / "config.yml").read_text())["pipeline"]
    if deel["name"] == "FallbackClassifier"
)
HUIDIG = IJking(*(INSTELLING[veld] for veld in IJking._fields))
Zin = tuple[list[tuple[str, str]], str]


def lees(pad: Path) -> Iterator[tuple[str, str]]:
    """(intent, sentence) of a file of training or test sentences."""
    for deel in yaml.safe_load(pad.read_text())["nlu"]:
        if "intent" in deel:
            for regel in deel["examples"].splitlines():
                if zin := regel.strip().removeprefix("- ").strip():
                    yield deel["intent"], zin


def met_tikfouten(zin: str, r: random.Random) -> str:
    """The sentence with a letter lost, swapped, doubled or changed, once in every thirty."""
    letters = list(zin)
    for _ in range(max(1, len(letters) // 30)):
        plaatsen = [i for i in range(1, len(letters) - 1) if letters[i].isalpha()]
        if not plaatsen:
            break
        i, soort = r.choice(plaatsen), r.random()
        if soort < 0.35:
            del letters[i]
        elif soort < 0.65:
            letters[i], letters[i + 1] = letters[i + 1], letters[i]
        elif soort < 0.85:
            letters.insert(i, letters[i])
        else:
            letters[i] = r.choice("abcdefghijklmnopqrstuvwxyz")
    return "".join(letters)


class Gegevens:
    """The training sentences with their words, and folds that keep sentences together that are nearly the same."""

    def __init__(self) -> None:
        self.nlp = maak_taalmodel(kies_taalmodel())
        rijen = [(pad.stem, *r) for pad in sorted((WORTEL / "data" / "nlu").glob("*.yml")) for r in lees(pad)]
        self.thema = {intent: thema for thema, intent, _ in rijen}
        self.labels = sorted(self.thema)
        nummer = {label: i for i, label in enumerate(self.labels)}
        self.y = np.array([nummer[intent] for _, intent, _ in rijen])
        self.zinnen = [self.zin(z) for _, _, z in rijen]
        r = random.Random(5)
        self.fout = [self.zin(met_tikfouten(z, r)) for _, _, z in rijen]
        self.groep = _groepen([normaal(z) for _, _, z in rijen])
        verdeling = StratifiedGroupKFold(DELEN, shuffle=True, random_state=1)
        self.delen = list(verdeling.split(self.y, self.y, self.groep))

    def zin(self, tekst: str) -> Zin:
        """Words with lemmas as the tokenizer gives them, and the text."""
        return [(t.text, (t.lemma_ or t.text).lower()) for t in self.nlp(tekst.lower()) if t.text.strip()], tekst


def _groepen(teksten: list[str]) -> np.ndarray:
    rijen = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32).fit_transform(
        teksten
    )
    delen = []
    for i in range(0, rijen.shape[0], 1000):
        gelijk = rijen[i : i + 1000] @ rijen.T
        gelijk.data[gelijk.data < LIJKT] = 0
        gelijk.eliminate_zeros()
        delen.append(gelijk)
    return np.asarray(connected_components(vstack(delen), directed=False)[1])


def raak(scores: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """How often the right one is first, and among the first three."""
    drie = np.argsort(-scores, axis=1)[:, :3]
    return float((drie[:, 0] == y).mean()), float((drie == y[:, None]).any(axis=1).mean())


# -- the model that is used ----------------------------------------------------------------------------------------


def kruis(g: Gegevens) -> np.ndarray:
    """The scores of every training sentence by a model that did not see it."""
    scores = np.zeros((len(g.y), len(g.labels)), dtype=np.float32)
    for leren, toetsen in g.delen:
        kenmerken = Kenmerken()
        rijen = kenmerken.leer([g.zinnen[i] for i in leren])
        indeler = Indeler(INSTELLING)
        indeler.leer(rijen, [g.labels[g.y[i]] for i in leren])
        scores[toetsen] = indeler.scores(kenmerken.van([g.zinnen[i] for i in toetsen]))
    return scores


def beste_ijking(scores: np.ndarray, y: np.ndarray) -> IJking:
    """The numbers whose probabilities fit best what was right (least log loss)."""
    deel = np.random.RandomState(0).permutation(len(y))[:5000]

    def verlies(ijking: np.ndarray) -> float:
        kansen = IJking(*ijking).kansen(scores[deel])
        return float(-np.log(kansen[np.arange(len(deel)), y[deel]] + 1e-9).mean())

    return IJking(*minimize(verlies, list(HUIDIG), method="Nelder-Mead", options={"maxiter": 100}).x)


def bakjes(kans: np.ndarray, goed: np.ndarray) -> list[tuple[float, float, int]]:
    """Per tenth: what was said on average, how often it was right, how many."""
    welk = np.minimum((kans * 10).astype(int), 9)
    return [(kans[welk == b].mean(), goed[welk == b].mean(), int((welk == b).sum())) for b in range(10) if b in welk]


def afwijking(bak: list[tuple[float, float, int]]) -> float:
    """Expected calibration error."""
    return sum(n * abs(k - a) for k, a, n in bak) / sum(n for *_, n in bak)


def toon_bakjes(naam: str, bak: list[tuple[float, float, int]]) -> None:
    print(f"calibration, {naam} (expected error {100 * afwijking(bak):.1f} points)")
    for zegt, is_zo, n in bak:
        print(f"  says {zegt:.2f}: right {is_zo:.2f} of {n}")


def toon_drempels(g: Gegevens, kansen: np.ndarray) -> None:
    """What each threshold would refuse: sentences out of scope, and good answers."""
    hoogste, keuze = kansen.max(axis=1), kansen.argmax(axis=1)
    buiten = g.labels.index("buiten_bereik")
    print("threshold: out of scope refused / good answers lost / wrong answers stopped")
    for d in (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        weg = hoogste < d
        erbuiten, goed = g.y == buiten, (g.y != buiten) & (keuze == g.y)
        fout = (g.y != buiten) & (keuze != g.y)
        print(f"  {d:.2f}: {(weg | (keuze == buiten))[erbuiten].mean():.3f} / {weg[goed].mean():.3f} / "
              f"{weg[fout].mean():.3f}")  # fmt: skip


def toon_twijfel(g: Gegevens, kansen: np.ndarray) -> None:
    """What "Bedoelt u … of …?" would be asked about, for each difference between the best two."""
    volgorde = np.argsort(-kansen, axis=1)[:, :2]
    best, tweede = volgorde.T
    verschil = np.take_along_axis(kansen, volgorde, axis=1) @ np.array([1, -1])
    print("doubt under a difference of: share of sentences / best right / one of the two right")
    for grens in (0.05, 0.08, 0.1, 0.15, 0.2, 0.3):
        erin = verschil < grens
        een, twee = (best == g.y)[erin].mean(), ((best == g.y) | (tweede == g.y))[erin].mean()
        print(f"  {grens:.2f}: {erin.mean():.3f} / {een:.2f} / {twee:.2f}")


# -- the sentences that were kept apart ----------------------------------------------------------------------------

_VRAAG = re.compile(r"^(wat|wie|hoe|hoeveel|waarom|wanneer|waar|welke?|kan|mag|moet|heb|krijg|is|zijn|doet?)\b")


def stijlen(tekst: str, woorden: Sequence[tuple[str, str]], bekend: set[str]) -> Iterator[str]:
    """The ways of writing that a sentence shows."""
    aantal = len(tekst.split())
    lang = "a story (15 words or more)" if aantal >= 15 else "5 to 14 words"
    yield "key words (4 words or fewer)" if aantal <= 4 else lang
    yield "a question" if "?" in tekst or _VRAAG.match(normaal(tekst)) else "no question"
    if tekst == tekst.lower() and not re.search(r"[.,!?;:]", tekst):
        yield "no capitals or punctuation"
    if any(len(w) > 4 and w.isalpha() and w not in bekend for w, _ in woorden):
        yield "with a word that no list knows (typing errors, dialect, compounds)"


def _woorden_van(pad: Path, g: Gegevens) -> set[str]:
    return {w for _, zin in lees(pad) for w, _ in g.zin(zin)[0]}


def meet_apart(g: Gegevens, pad: Path) -> dict[str, Any]:
    """Every sentence through `bot.gesprek.versta`, timed."""
    from bot.gesprek.diensten import diensten
    from bot.gesprek.motor import Motor
    from bot.gesprek.versta import versta

    services = diensten()
    motor = Motor(services.instellingen.model, [])
    motor.start()
    eigen = set(g.labels)

    async def alles() -> list[tuple[str, str, list[str], float, float]]:
        uit = []
        for intent, zin in lees(pad):
            begin = time.perf_counter()
            antwoord = await versta(motor, services, zin)
            duur = 1000 * (time.perf_counter() - begin)
            namen = [antwoord["onderwerp"]]
            namen += [r["name"] for r in (await motor.versta(zin))["intent_ranking"] if r["name"] in eigen]
            uit.append((intent, zin, list(dict.fromkeys(namen))[:3], antwoord["zekerheid"], duur))
        return uit

    try:
        uit = asyncio.run(alles())
    finally:
        motor.stop()
    bekend = {w for woorden, _ in g.zinnen for w, _ in woorden}
    if "lemma_lookup" in g.nlp.get_pipe("lemmatizer").lookups:
        lijst = g.nlp.get_pipe("lemmatizer").lookups.get_table("lemma_lookup")
        bekend |= {woord for woord in _woorden_van(pad, g) if woord in lijst}
    per_stijl: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for intent, zin, drie, _, _ in uit:
        for stijl in stijlen(zin, g.zin(zin)[0], bekend):
            per_stijl[stijl].append((drie[0] == intent, intent in drie))
    return {"rijen": uit, "stijl": per_stijl}


def toon_apart(meting: dict[str, Any]) -> list[tuple[float, float, int]]:
    rijen = meting["rijen"]
    goed = np.array([drie[0] == i for i, _, drie, _, _ in rijen])
    in_drie = np.array([i in drie for i, _, drie, _, _ in rijen])
    kans = np.array([k for *_, k, _ in rijen])
    duur = np.array([d for *_, d in rijen])
    gevaar = np.array([i == "crisis" for i, *_ in rijen])
    buiten = np.array([i == "buiten_bereik" for i, *_ in rijen])
    alarm = np.array([drie[0] == "crisis" for _, _, drie, _, _ in rijen])
    geweigerd = np.array([drie[0] == "buiten_bereik" for _, _, drie, _, _ in rijen])
    onzeker = kans < DREMPEL
    print(f"kept apart: {len(rijen)} sentences, first {100 * goed.mean():.1f} %, "
          f"among three {100 * in_drie.mean():.1f} %")  # fmt: skip
    print(f"  answered at once (not under {DREMPEL}): {100 * (~onzeker).mean():.1f} %, of those right "
          f"{100 * goed[~onzeker].mean():.1f} %")  # fmt: skip
    print(f"  danger found {alarm[gevaar].sum()} of {gevaar.sum()}, "
          f"false alarms {alarm[~gevaar].sum()} of {(~gevaar).sum()}")  # fmt: skip
    print(f"  out of scope: {geweigerd[buiten].sum()} of {buiten.sum()} refused, "
          f"{(geweigerd | onzeker)[buiten].sum()} refused or asked back; in scope refused "
          f"{(geweigerd & ~buiten).sum()} of {(~buiten).sum()}")  # fmt: skip
    print(f"  one sentence: median {np.median(duur):.1f} ms, p95 {np.percentile(duur, 95):.1f} ms")
    for stijl, uitslagen in sorted(meting["stijl"].items()):
        eerste, drie = np.array(uitslagen).mean(axis=0)
        print(f"  {stijl}: {len(uitslagen)}, first {100 * eerste:.1f} %, among three {100 * drie:.1f} %")
    bak = bakjes(kans, goed)
    toon_bakjes("sentences kept apart", bak)
    return bak


# -- plots -----------------------------------------------------------------------------------------------------------


def teken_ijking(reeksen: dict[str, list[tuple[float, float, int]]]) -> None:
    fig, as_ = plt.subplots(figsize=(5, 5))
    as_.plot([0, 1], [0, 1], color="#888888", linestyle="--", label="what it should be")
    for (naam, bak), teken in zip(reeksen.items(), "os", strict=False):
        as_.plot([k for k, _, _ in bak], [a for _, a, _ in bak], marker=teken, label=naam)
    as_.set(xlabel="probability that the model gives", ylabel="share that is right", xlim=(0, 1), ylim=(0, 1))
    as_.legend()
    _bewaar(fig, "nlu_ijking")


def teken_verwarring(g: Gegevens, keuze: np.ndarray) -> None:
    """By theme as numbers, and all topics in the order of the themes as dots."""
    themas = sorted(set(g.thema.values()))
    plek = {t: i for i, t in enumerate(themas)}
    van = np.array([plek[g.thema[label]] for label in g.labels])
    tabel = np.zeros((len(themas), len(themas)))
    np.add.at(tabel, (van[g.y], van[keuze]), 1)
    delen = tabel / tabel.sum(axis=1, keepdims=True)
    fig, (links, rechts) = plt.subplots(1, 2, figsize=(13, 6))
    links.imshow(delen, cmap="Blues", vmin=0, vmax=1)
    for i in range(len(themas)):
        for j in range(len(themas)):
            kleur = "white" if delen[i, j] > 0.5 else "black"
            links.text(j, i, f"{100 * delen[i, j]:.0f}", ha="center", va="center", color=kleur)
    links.set_xticks(range(len(themas)), themas, rotation=30, ha="right")
    links.set_yticks(range(len(themas)), themas)
    links.set(xlabel="taken for", ylabel="is", title="by theme, percent")
    volgorde = np.argsort(van, kind="stable")
    rang = np.argsort(volgorde)
    groot = np.zeros((len(g.labels), len(g.labels)))
    np.add.at(groot, (rang[g.y], rang[keuze]), 1)
    rechts.imshow(np.sqrt(groot / groot.sum(axis=1, keepdims=True)), cmap="Blues", vmin=0, vmax=1)
    for grens in np.flatnonzero(np.diff(van[volgorde])) + 0.5:
        rechts.axhline(grens, color="#888888", linewidth=0.5)
        rechts.axvline(grens, color="#888888", linewidth=0.5)
    rechts.set(xlabel="taken for", ylabel="is", title="every topic and handeling, in the order of the themes")
    _bewaar(fig, "nlu_verwarring")


def _bewaar(fig: Any, naam: str) -> None:
    plt.rcParams["svg.hashsalt"] = "wmo"
    fig.tight_layout()
    fig.savefig(BEELDEN / f"{naam}.svg", metadata={"Date": None})
    plt.close(fig)


def schrijf_per_onderwerp(g: Gegevens, keuze: np.ndarray) -> list[tuple[str, float, float, int]]:
    """Precision and recall per topic, cross-validated, as a table; returns it."""
    rijen = []
    for i, label in enumerate(g.labels):
        goed = int(((g.y == i) & (keuze == i)).sum())
        rijen.append((label, goed / max(1, (keuze == i).sum()), goed / (g.y == i).sum(), int((g.y == i).sum())))
    with (BEELDEN / "nlu_per_onderwerp.csv").open("w", newline="") as bestand:
        schrijver = csv.writer(bestand, lineterminator="\n")
        schrijver.writerow(["onderwerp", "thema", "precision", "recall", "zinnen"])
        schrijver.writerows([r[0], g.thema[r[0]], f"{r[1]:.2f}", f"{r[2]:.2f}", r[3]] for r in rijen)
    return rijen


def evalueer() -> None:
    """The model that is used: cross-validated, then on the sentences kept apart."""
    begin = time.perf_counter()
    g = Gegevens()
    print(f"{len(g.y)} sentences, {len(g.labels)} labels, {len(set(g.groep))} groups of nearly the same")
    scores = kruis(g)
    kansen, keuze = HUIDIG.kansen(scores), scores.argmax(axis=1)
    eerste, drie = raak(scores, g.y)
    print(f"cross-validated: first {100 * eerste:.1f} %, among three {100 * drie:.1f} %")
    print("  scherpte {}, schuif {}, helling {}; best fit {:.1f}, {:.1f}, {:.1f}".format(
        *HUIDIG, *beste_ijking(scores, g.y)))  # fmt: skip
    bak = bakjes(kansen.max(axis=1), keuze == g.y)
    toon_bakjes("cross-validated", bak)
    toon_drempels(g, kansen)
    toon_twijfel(g, kansen)
    rijen = schrijf_per_onderwerp(g, keuze)
    print("worst recall: " + ", ".join(f"{r[0]} {r[2]:.2f}" for r in sorted(rijen, key=lambda r: r[2])[:25]))
    print("worst precision: " + ", ".join(f"{r[0]} {r[1]:.2f}" for r in sorted(rijen, key=lambda r: r[1])[:10]))
    paren = Counter((g.labels[a], g.labels[b]) for a, b in zip(g.y, keuze, strict=True) if a != b)
    print("confusions: " + ", ".join(f"{a} -> {b} {n}" for (a, b), n in paren.most_common(15)))
    teken_verwarring(g, keuze)
    apart = toon_apart(meet_apart(g, WORTEL / "tests" / "nlu" / "apart.yml"))
    teken_ijking({"cross-validated": bak, "sentences kept apart": apart})
    print(f"{time.perf_counter() - begin:.0f} s")


# -- alternatives ----------------------------------------------------------------------------------------------------

SYNONIEMEN = [g.split() for g in (
    "schoonmaakhulp schoonmaakster poetshulp huishoudhulp werkster thuishulp", "schoonmaken poetsen soppen dweilen",
    "consulent ambtenaar medewerker", "aanbieder zorgaanbieder thuiszorgorganisatie zorgorganisatie instelling",
    "taxi regiotaxi deeltaxi", "brief beschikking besluit", "afgewezen afwijzing geweigerd weigeren afwijzen",
    "moeder vader ma pa mam pap ouder", "man vrouw partner echtgenoot", "zoon dochter kind kinderen",
    "mantelzorger mantelzorg", "uitgeput kapot overbelast doodmoe", "wissen verwijderen weggooien wegdoen",
    "bellen telefoon telefoonnummer nummer", "printen afdrukken downloaden", "verhuizen verhuizing verhuiskosten",
    "blind slechtziend doof slechthorend", "raad adviesraad clientenraad", "inkoop aanbesteding contract",
    "klacht klagen", "logeren logeeropvang logeerhuis", "dagbesteding dagopvang")]  # fmt: skip
_GROEP = {w: f"groep{i}" for i, groep in enumerate(SYNONIEMEN) for w in groep}
Tekst = Callable[[Zin], str]


def _woorden(z: Zin) -> str:
    return " ".join(w for w, _ in z[0] if w[0].isalnum())


def _lemmas(z: Zin) -> str:
    return lemmas(z[0])


def _letters(z: Zin) -> str:
    return normaal(z[1])


def _synoniemen(z: Zin) -> str:
    return " ".join([_lemmas(z), *(_GROEP[w] for w in _letters(z).split() if w in _GROEP)])


def _gesplitst(lexicon: Counter[str]) -> Tekst:
    def delen(woord: str) -> list[str]:
        for i in range(4, len(woord) - 3):
            eerste, tweede = woord[:i], woord[i:]
            if lexicon[tweede] > 2 and (lexicon[eerste] or lexicon[eerste.removesuffix("s")]):
                return [eerste.removesuffix("s"), tweede]
        return []

    return lambda z: " ".join([_lemmas(z), *(d for w, _ in z[0] for d in delen(w))])


def _vec(**hoe: Any) -> TfidfVectorizer:
    return TfidfVectorizer(sublinear_tf=True, dtype=np.float32, **hoe)


class Blokken:
    """TF-IDF of several views on a sentence, beside each other."""

    def __init__(self, *blokken: tuple[TfidfVectorizer, Tekst]) -> None:
        self._blokken = blokken

    def leer(self, zinnen: Sequence[Zin]) -> csr_matrix:
        return csr_matrix(hstack([v.fit_transform([f(z) for z in zinnen]) for v, f in self._blokken]))

    def van(self, zinnen: Sequence[Zin]) -> csr_matrix:
        return csr_matrix(hstack([v.transform([f(z) for z in zinnen]) for v, f in self._blokken]))


def _twee(f: Tekst) -> tuple[TfidfVectorizer, Tekst]:
    return _vec(ngram_range=(1, 2), token_pattern=r"\S+"), f


def _groepjes(van: int, tot: int) -> tuple[TfidfVectorizer, Tekst]:
    return _vec(analyzer="char_wb", ngram_range=(van, tot), min_df=2), _letters


def _uitleg() -> list[tuple[str, str]]:
    """(topic, sentence) of the explanation texts."""
    uit = []
    for pad in sorted((WORTEL / "data" / "kennis").glob("*.yaml")):
        for id, o in yaml.safe_load(pad.read_text())["onderwerpen"].items():
            blokken = [o["titel"], o["vraag"], *o["kort"], *o["meer"]]
            uit += [(id, z) for b in blokken for z in re.split(r"(?<=[.?]) ", b)]
    return uit


def alternatieven() -> None:
    """First right, among three, the same with typing errors, and the cost, on the first fold."""
    g = Gegevens()
    leren, toetsen = g.delen[0]
    A, B, F = ([bron[i] for i in deel] for bron, deel in ((g.zinnen, leren), (g.zinnen, toetsen), (g.fout, toetsen)))
    ya, yb = g.y[leren], g.y[toetsen]
    lexicon = Counter(w for woorden, _ in A for w, _ in woorden)
    print(f"fold of {len(B)} sentences, learned from {len(A)}: first / three | with typing errors | ms, train s")

    def toon(naam: str, scores: Callable[[Sequence[Zin]], np.ndarray], train: float) -> tuple[np.ndarray, np.ndarray]:
        begin = time.perf_counter()
        schoon = scores(B)
        ms = 1000 * (time.perf_counter() - begin) / len(B)
        fout = scores(F)
        print("| {} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.0f} |".format(
            naam, *(100 * x for x in (*raak(schoon, yb), *raak(fout, yb))), ms, train), flush=True)  # fmt: skip
        return schoon, fout

    def proef(naam: str, kenmerken: Any, model: Any) -> tuple[np.ndarray, np.ndarray]:
        begin = time.perf_counter()
        model.fit(kenmerken.leer(A), ya)
        geef = model.decision_function if hasattr(model, "decision_function") else model.predict_proba
        return toon(naam, lambda zinnen: geef(kenmerken.van(zinnen)), time.perf_counter() - begin)

    def svm(C: float = 0.5) -> LinearSVC:
        return LinearSVC(C=C, random_state=1)

    proef("words", Blokken(_twee(_woorden)), svm())
    proef("lemmas", Blokken(_twee(_lemmas)), svm())
    proef("letter groups 2-5", Blokken(_groepjes(2, 5)), svm())
    proef("words, letter groups 2-5", Blokken(_twee(_woorden), _groepjes(2, 5)), svm())
    proef("lemmas, letter groups 2-5", Blokken(_twee(_lemmas), _groepjes(2, 5)), svm())
    proef("lemmas, letter groups 3-6", Blokken(_twee(_lemmas), _groepjes(3, 6)), svm())
    proef("+ split compounds", Blokken(_twee(_gesplitst(lexicon)), _groepjes(2, 5)), svm())
    proef("+ synonyms", Blokken(_twee(_synoniemen), _groepjes(2, 5)), svm())
    vlak: Any = None
    for C in (0.15, 0.3, 0.5, 1.5):
        scores = proef(f"+ spelling, C {C}", Kenmerken(), svm(C))
        vlak = scores if C == 0.5 else vlak
    proef("complement naive Bayes", Kenmerken(), ComplementNB(alpha=0.3))
    proef("SGD", Kenmerken(), SGDClassifier(loss="modified_huber", alpha=3e-5, max_iter=12, tol=None, random_state=1))
    logistisch: Any = None
    for C in (3.0, 10.0, 30.0):
        model = LogisticRegression(C=C, max_iter=40, solver="saga", tol=0.01, random_state=1)
        scores = proef(f"logistic regression, C {C:.0f}", Kenmerken(), model)
        logistisch = scores if C == 10.0 else logistisch

    kenmerken = Kenmerken()
    rijen, begin = kenmerken.leer(A), time.perf_counter()
    uitleg = [(id, g.zin(z)) for id, z in _uitleg()]
    ru, yu = kenmerken.van([z for _, z in uitleg]), np.array([g.labels.index(id) for id, _ in uitleg])
    model = svm().fit(vstack([rijen, ru]).tocsr(), np.r_[ya, yu], np.r_[np.ones(len(ya)), np.full(len(yu), 0.3)])
    toon("explanation texts as sentences (weight 0.3)", lambda z: model.decision_function(kenmerken.van(z)),
         time.perf_counter() - begin)  # fmt: skip
    begin = time.perf_counter()
    eenvoudig = svm().fit(rijen, ya)
    leeg = np.zeros((1, ru.shape[1]))
    per_id = csr_matrix(
        np.vstack([np.asarray(ru[yu == i].mean(axis=0)) if (yu == i).any() else leeg for i in range(len(g.labels))])
    )

    def met_zoeken(zinnen: Sequence[Zin]) -> np.ndarray:
        x = kenmerken.van(zinnen)
        return np.asarray(eenvoudig.decision_function(x) + (x @ per_id.T).toarray())

    toon("retrieval in the explanation texts, added", met_zoeken, time.perf_counter() - begin)
    begin = time.perf_counter()
    themas = sorted(set(g.thema.values()))
    van = np.array([themas.index(g.thema[label]) for label in g.labels])
    eerst = svm().fit(rijen, van[ya])
    daarna = [(np.flatnonzero(van == t), svm().fit(rijen[van[ya] == t], ya[van[ya] == t])) for t in range(len(themas))]

    def in_tweeen(zinnen: Sequence[Zin]) -> np.ndarray:
        x = kenmerken.van(zinnen)
        thema, uit = log_softmax(4 * eerst.decision_function(x), axis=1), np.full((x.shape[0], len(g.labels)), -99.0)
        for t, (welke, m) in enumerate(daarna):
            uit[:, welke] = thema[:, [t]] + log_softmax(4 * m.decision_function(x), axis=1)
        return uit

    toon("two steps: theme, then topic", in_tweeen, time.perf_counter() - begin)
    toon("nearest sentences (5)", lambda z: _buren((kenmerken.van(z) @ rijen.T).toarray(), ya, len(g.labels)), 0)
    for deel in (0.1, 0.3, 1.0):
        samen = iter([s + deel * kans for s, kans in zip(vlak, logistisch, strict=True)])
        toon(f"SVM + {deel} × logistic regression", lambda z, samen=samen: next(samen), 0)


def _buren(gelijk: np.ndarray, y: np.ndarray, aantal: int) -> np.ndarray:
    beste = np.argsort(-gelijk, axis=1)[:, :5]
    uit = np.zeros((len(gelijk), aantal))
    for plaats in beste.T:
        np.add.at(uit, (np.arange(len(gelijk)), y[plaats]), gelijk[np.arange(len(gelijk)), plaats])
    return uit


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--alternatieven", action="store_true", help="compare features and classifiers on one fold")
    alternatieven() if lezer.parse_args().alternatieven else evalueer()

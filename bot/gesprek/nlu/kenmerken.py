"""What a classifier sees of a sentence: lemmas with typing errors mended, and groups of letters."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from scipy.special import log_expit, softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from bot.vragen.woorden import normaal

Woorden = Sequence[tuple[str, str]]
KORTSTE_WOORD = 5
WOORD = r"\S+"


class Lexicon:
    """The words of the training sentences with their lemmas. A word outside it that differs one letter is mended."""

    def __init__(self, zinnen: Iterable[Woorden]) -> None:
        self._aantal: Counter[str] = Counter()
        self._lemma: dict[str, str] = {}
        for zin in zinnen:
            for woord, lemma in zin:
                self._aantal[woord] += 1
                self._lemma[woord] = lemma
        self._zonder_letter: dict[str, list[str]] = defaultdict(list)
        for woord, aantal in self._aantal.items():
            if aantal > 1 and len(woord) >= KORTSTE_WOORD - 1:
                for vorm in _zonder_letter(woord):
                    self._zonder_letter[vorm].append(woord)

    def lemma(self, woord: str, lemma: str) -> str:
        """The lemma of the word, or of the known word that it is a typing error of."""
        if woord in self._aantal or len(woord) < KORTSTE_WOORD or not woord.isalpha():
            return lemma
        buren = {b for vorm in _zonder_letter(woord) for b in self._zonder_letter.get(vorm, ()) if b[0] == woord[0]}
        return self._lemma[max(sorted(buren), key=lambda b: self._aantal[b])] if buren else lemma


def _zonder_letter(woord: str) -> set[str]:
    """The word, and the word without one of its letters: two words that share one differ one letter or two."""
    return {woord, *(woord[:i] + woord[i + 1 :] for i in range(len(woord)))}


def lemmas(zin: Woorden) -> str:
    """The lemmas as one string; what is no word is left out."""
    return " ".join(lemma for woord, lemma in zin if any(map(str.isalnum, woord)))


class Kenmerken:
    """Turns sentences into rows of numbers: TF-IDF of one and two lemmas, and of letter groups."""

    def __init__(self, letters: tuple[int, int] = (2, 5), herstel: bool = True) -> None:
        self._herstel = herstel
        self._blokken: list[tuple[TfidfVectorizer, Callable[[Woorden, str], str]]] = [
            (_tfidf(ngram_range=(1, 2), token_pattern=WOORD), self._lemmas),
            (_tfidf(analyzer="char_wb", ngram_range=letters, min_df=2), _letters),
        ]

    def leer(self, zinnen: Sequence[tuple[Woorden, str]]) -> csr_matrix:
        """Learns the words and letter groups of the sentences; returns their rows."""
        self._lexicon = Lexicon(w for w, _ in zinnen)
        rijen = csr_matrix(hstack([v.fit_transform([als(*z) for z in zinnen]) for v, als in self._blokken]))
        for vertaler, _ in self._blokken:
            # Kept for looking at only, and larger than the model.
            vertaler.stop_words_ = None
        return rijen

    def van(self, zinnen: Sequence[tuple[Woorden, str]]) -> csr_matrix:
        """The rows of sentences that need not be known."""
        return csr_matrix(hstack([v.transform([als(*z) for z in zinnen]) for v, als in self._blokken]))

    def _lemmas(self, woorden: Woorden, tekst: str) -> str:
        if self._herstel:
            woorden = [(w, self._lexicon.lemma(w, lemma)) for w, lemma in woorden]
        return lemmas(woorden)


def _letters(woorden: Woorden, tekst: str) -> str:
    return normaal(tekst)


def _tfidf(**hoe: Any) -> TfidfVectorizer:
    return TfidfVectorizer(sublinear_tf=True, dtype=np.float32, **hoe)


class IJking(NamedTuple):
    """Turns scores into probabilities: a label counts for sigmoid(scherpte * score + schuif) * exp(helling * score)."""

    scherpte: float
    schuif: float
    helling: float

    def kansen(self, scores: np.ndarray) -> np.ndarray:
        """A probability for every label; those of a sentence add up to 1."""
        return np.asarray(softmax(log_expit(self.scherpte * scores + self.schuif) + self.helling * scores, axis=1))


class Indeler:
    """A linear support vector machine and multinomial logistic regression, added up into one row per feature."""

    def __init__(self, instelling: Mapping[str, Any]) -> None:
        self._instelling = instelling
        self._ijking = IJking(*(instelling[veld] for veld in IJking._fields))

    def leer(self, rijen: csr_matrix, labels: Sequence[str]) -> None:
        """Learns which label goes with which row."""
        hoe = self._instelling
        vlak = LinearSVC(C=hoe["C"], random_state=1).fit(rijen, labels)
        kans = LogisticRegression(C=hoe["C_kans"], max_iter=40, solver="saga", tol=0.01, random_state=1)
        kans.fit(rijen, labels)
        self.labels = [str(label) for label in vlak.classes_]
        # One row per feature: a sentence has few of them, and multiplying then reads only those.
        samen = vlak.coef_ + hoe["deel_kans"] * kans.coef_
        self._gewicht = np.ascontiguousarray(samen.T, dtype=np.float32)
        self._begin = (vlak.intercept_ + hoe["deel_kans"] * kans.intercept_).astype(np.float32)

    def scores(self, rijen: csr_matrix) -> np.ndarray:
        """How far each row lies on the side of each label."""
        return np.asarray(rijen @ self._gewicht + self._begin)

    def kansen(self, rijen: csr_matrix) -> np.ndarray:
        """The probability of each label."""
        return self._ijking.kansen(self.scores(rijen))

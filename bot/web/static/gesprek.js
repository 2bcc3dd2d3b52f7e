// The chat page without reloading: the same forms, sent with fetch. Without this file they are plain form posts.
"use strict";

(() => {
  const API = "/api/v1/gesprekken";
  const TELEFOON = /\b(?:0800-\d{4}|0\d{1,3}[- ]?\d{6,7}|14 ?0\d{2,3}|112|113)\b/g;
  const GEDULD = 600; // ms before we say that we are working on it
  const LANGSTE_WACHT = 60000; // ms
  const BIJNA_VOL = 100; // characters left
  const kanOpnieuw = (status) => [0, 408, 409, 429].includes(status) || status >= 500; // 0: no connection
  const VORMEN = [["url_html", "Lezen"], ["url_pdf", "Bewaren als PDF"], ["url_json", "Gegevens (JSON)"]];
  const ZINNEN = {
    0: "Er is geen verbinding. Wat u typte, is niet weg. Kijk of u internet heeft en probeer het opnieuw.",
    401: "Dit gesprek is afgelopen of gewist. U kunt een nieuw gesprek beginnen.",
    429: "Dat ging te snel achter elkaar. Wacht even en probeer het opnieuw. Uw bericht staat er nog.",
    500: "Ik kan nu niet antwoorden. Probeer het straks opnieuw, of bel de gemeente. Wat u typte, is niet weg.",
    anders: "Ik kan dit bericht niet gebruiken. Typ het anders en probeer het opnieuw.",
  };

  const bij = (id) => document.getElementById(id);
  const pagina = bij("gesprek");
  const gegeven = (naam) => JSON.parse(pagina.dataset[naam]);
  const [stil, documentnamen, links, namen] = ["stil", "documentnamen", "links", "namen"].map(gegeven);
  const log = bij("log"), beurt = bij("beurt"), veld = bij("tekst"), knop = bij("melding-knop");

  // -- building the page ---------------------------------------------------------------------------

  function maak(naam, eigenschappen = {}, ...inhoud) {
    const element = document.createElement(naam);
    for (const [sleutel, waarde] of Object.entries(eigenschappen)) element.setAttribute(sleutel, waarde);
    element.append(...inhoud);
    return element;
  }

  function metLinks(tekst) {
    const delen = [];
    let vanaf = 0;
    for (const gevonden of tekst.matchAll(TELEFOON)) {
      const nummer = gevonden[0];
      delen.push(tekst.slice(vanaf, gevonden.index), maak("a", { href: `tel:${nummer.replace(/\D/g, "")}` }, nummer));
      vanaf = gevonden.index + nummer.length;
    }
    return [...delen, tekst.slice(vanaf)];
  }

  function bel(bericht) {
    const vanU = bericht.van === "u";
    const li = maak("li", { class: `bericht ${vanU ? "van-u" : "van-hulp"} ${bericht.soort || "antwoord"}` });
    if (bericht.soort === "waarschuwing") li.append(maak("strong", { class: "merk" }, "Belangrijk"));
    const wie = maak("span", { class: "verborgen" }, vanU ? "U: " : "Hulp: ");
    li.append(maak("p", { class: "tekst" }, wie, ...(vanU ? [bericht.tekst] : metLinks(bericht.tekst))));
    const bronnen = (bericht.bronnen || []).map((b) => `${documentnamen[b.document] || b.document}, ${b.plaats}`);
    const kop = bronnen.length === 1 ? "Bron" : "Bronnen";
    if (bronnen.length) li.append(maak("p", { class: "bronnen" }, `${kop}: ${bronnen.join("; ")}`));
    const adressen = bericht.soort === "document" && links[bericht.onderwerp];
    if (adressen) {
      const regels = VORMEN.map(([vorm, label]) => maak("li", {}, maak("a", { href: adressen[vorm] }, label)));
      li.append(maak("ul", { class: "links" }, ...regels));
    }
    return li;
  }

  function toonKeuzes(keuzes) {
    const knoppen = (stille) => keuzes
      .filter((keuze) => stil.includes(keuze.label) === stille)
      .map((keuze) => maak("button", { class: "keuze", name: "keuze", value: keuze.id }, keuze.label));
    bij("gewoon").replaceChildren(...knoppen(false));
    bij("stil").replaceChildren(...knoppen(true));
    bij("keuzes").hidden = !keuzes.length;
  }

  function toonAntwoord(berichten) {
    const nieuw = berichten.map(bel);
    log.append(...nieuw);
    toonKeuzes(berichten.flatMap((bericht) => bericht.keuzes || []));
    if (nieuw.length) inBeeld(nieuw[0], "start");
  }

  function toonVoortgang(voortgang) {
    const regels = Object.entries(voortgang).map(([dialoog, stand]) => {
      const naam = namen[dialoog] || dialoog;
      const gedaan = stand.klaar ? stand.vragen : stand.beantwoord;
      const hoever = stand.klaar ? "klaar" : `${stand.beantwoord} van ${stand.vragen} vragen`;
      const balk = maak("progress", { max: stand.vragen, value: gedaan, "aria-hidden": "true" });
      return maak("li", {}, `${naam[0].toUpperCase()}${naam.slice(1)}: ${hoever}`, balk);
    });
    const lijst = bij("voortgang"), paneel = bij("paneel");
    lijst.replaceChildren(...regels);
    lijst.parentElement.hidden = !regels.length;
    paneel.hidden = [...paneel.children].every((deel) => deel.hidden);
  }

  function inBeeld(element, waar) {
    const rustig = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: waar, behavior: rustig ? "auto" : "smooth" });
  }

  function meld(tekst, label, actie) {
    const melding = bij("melding");
    melding.classList.toggle("melding", Boolean(tekst));
    bij("melding-tekst").replaceChildren(...(tekst ? metLinks(tekst) : []));
    knop.hidden = !label;
    knop.textContent = label || "";
    knop.onclick = () => { actie(); beurt.focus({ preventScroll: true }); };
    if (tekst) inBeeld(melding, "nearest");
  }

  let teller;
  function tel() {
    const over = veld.dataset.langste - [...veld.value].length;
    let tekst = over < BIJNA_VOL ? `Nog ${over} tekens over.` : "";
    if (over < 0) tekst = `${-over} tekens te veel. Maak uw bericht korter, of stuur het in delen.`;
    clearTimeout(teller); // a pause in typing, so that a screen reader is not kept busy
    teller = setTimeout(() => {
      bij("teller").textContent = tekst;
      bij("teller").classList.toggle("te-lang", over < 0);
    }, 300);
  }

  // -- talking to the server -----------------------------------------------------------------------

  async function vraag(adres, inhoud, koppen = {}) {
    const wekker = setTimeout(() => { bij("wachten").textContent = "Een ogenblik…"; }, GEDULD);
    const stop = new AbortController();
    const grens = setTimeout(() => stop.abort(), LANGSTE_WACHT);
    try {
      const antwoord = await fetch(adres, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...koppen },
        body: JSON.stringify(inhoud),
        signal: stop.signal,
      });
      const gegevens = await antwoord.json().catch(() => ({}));
      if (antwoord.ok && !gegevens.berichten) return { status: 0 };
      const kop = (naam) => antwoord.headers.get(naam);
      const voortgang = JSON.parse(kop("X-Voortgang") || "{}");
      return { ...gegevens, status: antwoord.status, gewist: Boolean(kop("X-Gewist")), voortgang };
    } catch (fout) {
      return { status: 0 };
    } finally {
      clearTimeout(wekker);
      clearTimeout(grens);
      bij("wachten").textContent = "";
    }
  }

  const zin = ({ status, detail }) => detail || ZINNEN[status] || (status >= 500 ? ZINNEN[500] : ZINNEN.anders);
  const sleutel = () => (crypto.randomUUID ? crypto.randomUUID() : [...crypto.getRandomValues(new Uint32Array(4))].join("-"));

  // Messages that have no answer yet, oldest first. One goes at a time; a new one never overtakes a failed one.
  const wachtrij = [];
  let bezig = false;

  async function verwerk() {
    if (bezig) return;
    bezig = true;
    while (wachtrij.length) {
      meld("");
      const eerste = wachtrij[0];
      const antwoord = await vraag(`${API}/huidig/berichten`, eerste.inhoud, { "Idempotency-Key": eerste.sleutel });
      if (!verwerkt(eerste, antwoord)) break;
    }
    bezig = false;
  }

  function verwerkt(eerste, antwoord) {
    const { status } = antwoord;
    if (status === 200) {
      wachtrij.shift();
      eerste.li.classList.remove("onverzonden");
      if (antwoord.gewist) log.replaceChildren();
      toonAntwoord(antwoord.berichten);
      if (antwoord.gewist) sluit();
      else toonVoortgang(antwoord.voortgang);
      return !antwoord.gewist;
    }
    if (kanOpnieuw(status)) {
      eerste.bewaard = status >= 500; // the server stores before it answers
      eerste.li.classList.add("onverzonden");
      meld(zin(antwoord), "Probeer opnieuw", verwerk);
      return false;
    }
    if (status === 401) {
      wachtrij.forEach(geefTerug);
      sluit();
      meld(ZINNEN[401]);
      return false;
    }
    wachtrij.shift();
    geefTerug(eerste);
    bij("keuzes").hidden = !bij("keuzes").querySelector("button");
    if (eerste.inhoud.keuze) meld(zin(antwoord), "Laad het gesprek opnieuw", () => location.reload());
    else meld(zin(antwoord));
    return false;
  }

  function geefTerug({ inhoud, li }) {
    li.remove();
    if (inhoud.tekst) veld.value = [inhoud.tekst, veld.value].filter(Boolean).join("\n");
    tel();
  }

  function verstuur(inhoud, li) {
    if (wachtrij.length && wachtrij[0].bewaard && !bezig) wachtrij.shift();
    log.append(li);
    const onbeantwoord = bij("opnieuw");
    if (onbeantwoord) onbeantwoord.remove();
    bij("keuzes").hidden = true;
    wachtrij.push({ inhoud, li, sleutel: sleutel() });
    verwerk();
  }

  // The conversation is over: only beginning again is left.
  function sluit() {
    wachtrij.length = 0;
    toonKeuzes([]);
    bij("paneel").hidden = true;
    bij("bericht").hidden = true;
    bij("begin").hidden = false;
    bij("begin").querySelector("button").textContent = "Begin opnieuw";
  }

  async function begin() {
    if (bezig) return;
    bezig = true;
    meld("");
    const antwoord = await vraag(API, { rol: pagina.dataset.rol });
    bezig = false;
    if (antwoord.status !== 201) {
      meld(zin(antwoord), "Probeer opnieuw", begin);
      return;
    }
    log.replaceChildren();
    bij("begin").hidden = true;
    bij("bericht").hidden = false;
    const inleiding = bij("inleiding");
    if (inleiding) inleiding.remove();
    beurt.focus({ preventScroll: true });
    toonAntwoord(antwoord.berichten);
  }

  // -- what the person does ------------------------------------------------------------------------

  const formulieren = {
    begin,
    opnieuw(formulier) {
      verstuur({ tekst: formulier.elements.tekst.value }, log.lastElementChild);
      beurt.focus({ preventScroll: true });
    },
    bericht() {
      if (!veld.value.trim()) return;
      verstuur({ tekst: veld.value }, bel({ van: "u", tekst: veld.value }));
      veld.value = "";
      tel();
    },
  };
  addEventListener("submit", (gebeurtenis) => {
    const doe = formulieren[gebeurtenis.target.id];
    if (!doe) return;
    gebeurtenis.preventDefault();
    doe(gebeurtenis.target);
  });

  bij("keuzes").addEventListener("click", (gebeurtenis) => {
    const keuze = gebeurtenis.target.closest("button");
    if (!keuze) return;
    gebeurtenis.preventDefault();
    verstuur({ keuze: keuze.value }, bel({ van: "u", tekst: keuze.textContent }));
    beurt.focus({ preventScroll: true }); // the button is gone; the next Tab goes to what can be answered
  });

  veld.addEventListener("input", tel);
  veld.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== "Enter" || gebeurtenis.shiftKey || gebeurtenis.isComposing) return;
    gebeurtenis.preventDefault();
    bij("bericht").querySelector("button").click();
  });
  addEventListener("beforeunload", (gebeurtenis) => {
    if (wachtrij.some((bericht) => !bericht.bewaard)) gebeurtenis.preventDefault();
  });
  addEventListener("pageshow", (gebeurtenis) => {
    if (gebeurtenis.persisted) location.reload(); // never an old page after everything was wiped
  });

  bij("toetsen").hidden = false;
  tel();
  if (!location.hash && !bij("bericht").hidden && !bij("melding-tekst").textContent && bij("nieuw")) bij("nieuw").scrollIntoView();
})();

// The chat page without reloading: the same forms, sent with fetch. Without this file they are plain form posts.
"use strict";

(() => {
  const API = "/api/v1/gesprekken";
  const TELEFOON = /\b(?:0800-\d{4}|0\d{1,3}[- ]?\d{6,7}|14 ?0\d{2,3}|11[23](?! ?(?:minuten|uur|euro)))\b/g; // as `met_links` on the server
  const VORMEN = [["url_html", "Lezen"], ["url_pdf", "Bewaren als PDF"], ["url_odt", "Bewaren om zelf te bewerken (ODT)"], ["url_json", "Gegevens (JSON)"], ["url_delen", "Delen en bewaren"]];
  const GEDULD = 600; // ms before we say that we are working on it
  const LANGSTE_WACHT = 60000; // ms
  const BIJNA_VOL = 100; // characters left
  const kanOpnieuw = (status) => [0, 408, 409, 429].includes(status) || status >= 500; // 0: no connection
  const ZINNEN = {
    0: "Er is geen verbinding. Wat u typte, is niet weg. Kijk of u internet heeft en probeer het opnieuw.",
    401: "Dit gesprek is afgelopen of gewist. U kunt een nieuw gesprek beginnen.",
    429: "Dat ging te snel achter elkaar. Wacht even en probeer het opnieuw. Wat u typte, is niet weg.",
    500: "Ik kan nu niet antwoorden. Probeer het straks opnieuw, of bel de gemeente. Wat u typte, is niet weg.",
    anders: "Ik kan dit bericht niet gebruiken. Typ het anders en probeer het opnieuw.",
  };
  const zin = ({ status, detail }) => detail || ZINNEN[status] || (status >= 500 ? ZINNEN[500] : ZINNEN.anders);

  const bij = (id) => document.getElementById(id);
  const pagina = bij("gesprek");
  const gegeven = (naam) => JSON.parse(pagina.dataset[naam]);
  const [stil, documentnamen, links, namen, talen] = ["stil", "documentnamen", "links", "namen", "talen"].map(gegeven);
  const log = bij("log"), beurt = bij("beurt"), veld = bij("tekst"), schrijven = bij("bericht");

  // -- what the page shows -------------------------------------------------------------------------

  function maak(naam, eigenschappen, ...inhoud) {
    const element = document.createElement(naam);
    for (const [sleutel, waarde] of Object.entries(eigenschappen)) element.setAttribute(sleutel, waarde);
    element.append(...inhoud);
    return element;
  }

  function metLinks(tekst) {
    const delen = [];
    let vanaf = 0;
    for (const { 0: nummer, index } of tekst.matchAll(TELEFOON)) {
      delen.push(tekst.slice(vanaf, index), maak("a", { href: `tel:${nummer.replace(/\D/g, "")}` }, nummer));
      vanaf = index + nummer.length;
    }
    return [...delen, tekst.slice(vanaf)];
  }

  const vanU = (tekst) => bel({ van: "u", tekst, soort: "antwoord", bronnen: [] });

  function bel({ van, tekst, soort, onderwerp, bronnen }) {
    const [klasse, wie] = van === "u" ? ["van-u", "U: "] : ["van-hulp", "Hulp: "];
    const li = maak("li", { class: `bericht ${klasse} ${soort}` });
    if (soort === "waarschuwing") li.append(maak("strong", { class: "merk" }, "Belangrijk"));
    const inTaal = Object.hasOwn(talen, tekst) ? { lang: talen[tekst] } : {};
    const spreker = maak("span", { class: "verborgen", dir: "ltr", lang: "nl" }, wie);
    li.append(maak("p", { class: "tekst", dir: "auto", ...inTaal }, spreker, ...metLinks(tekst)));
    const plaatsen = bronnen.map(({ document, plaats }) => `${documentnamen[document] || document}, ${plaats}`);
    const kop = plaatsen.length === 1 ? "Bron" : "Bronnen";
    if (plaatsen.length) li.append(maak("p", { class: "bronnen" }, `${kop}: ${plaatsen.join("; ")}`));
    const adressen = soort === "document" && links[onderwerp];
    if (adressen) {
      const regels = VORMEN.filter(([vorm]) => adressen[vorm]).map(([vorm, label]) => maak("li", {}, maak("a", { href: adressen[vorm] }, label)));
      li.append(maak("ul", { class: "links" }, ...regels));
    }
    return li;
  }

  function toonKeuzes(keuzes) {
    const knop = ({ id, label }) => maak("button", { class: "keuze", name: "keuze", value: id }, label);
    const stille = keuzes.filter(({ label }) => stil.includes(label));
    bij("gewoon").replaceChildren(...keuzes.filter((keuze) => !stille.includes(keuze)).map(knop));
    bij("stil").replaceChildren(...stille.map(knop));
    bij("keuzes").hidden = !keuzes.length;
  }

  function toonAntwoord(berichten) {
    const nieuw = berichten.map(bel);
    log.append(...nieuw);
    toonKeuzes(berichten.flatMap(({ keuzes }) => keuzes));
    if (nieuw.length) inBeeld(nieuw[0], "start");
  }

  function toonVoortgang(voortgang) {
    const regels = Object.entries(voortgang).map(([dialoog, { beantwoord, vragen, klaar }]) => {
      const naam = namen[dialoog] || dialoog;
      const hoever = klaar ? "klaar" : `${beantwoord} van ${vragen} vragen`;
      const balk = maak("progress", { max: vragen, value: klaar ? vragen : beantwoord, "aria-hidden": "true" });
      return maak("li", {}, `${naam[0].toUpperCase()}${naam.slice(1)}: ${hoever}`, balk);
    });
    bij("voortgang").replaceChildren(...regels);
    bij("voortgang").parentElement.hidden = !regels.length;
    bij("paneel").hidden = [...bij("paneel").children].every((deel) => deel.hidden);
  }

  function inBeeld(element, waar) {
    const rustig = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: waar, behavior: rustig ? "auto" : "smooth" });
  }

  // `label` and `actie` give the message a button.
  function meld(tekst, label, actie) {
    const melding = bij("melding"), knop = bij("melding-knop");
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
    clearTimeout(teller); // only after a pause in typing, so that a screen reader is not kept busy
    teller = setTimeout(() => {
      bij("teller").textContent = tekst;
      bij("teller").classList.toggle("te-lang", over < 0);
    }, 300);
  }

  // -- talking to the server -----------------------------------------------------------------------

  async function vraag(adres, inhoud, koppen) {
    const wekker = setTimeout(() => { bij("wachten").textContent = "Een ogenblik…"; }, GEDULD);
    const stop = new AbortController();
    const grens = setTimeout(() => stop.abort(), LANGSTE_WACHT);
    const headers = { "Content-Type": "application/json", ...koppen };
    try {
      const antwoord = await fetch(adres, { method: "POST", headers, body: JSON.stringify(inhoud), signal: stop.signal });
      const gegevens = await antwoord.json().catch(() => ({}));
      const kop = (naam) => JSON.parse(antwoord.headers.get(naam) || "null");
      const status = antwoord.ok && !gegevens.berichten ? 0 : antwoord.status; // 0: cut off on the way
      return { ...gegevens, status, gewist: kop("X-Gewist"), voortgang: kop("X-Voortgang") || {} };
    } catch (fout) {
      return { status: 0 };
    } finally {
      clearTimeout(wekker);
      clearTimeout(grens);
      bij("wachten").textContent = "";
    }
  }

  const nieuweSleutel = () => (crypto.randomUUID ? crypto.randomUUID() : crypto.getRandomValues(new Uint32Array(4)).join("-"));

  // Messages without an answer, oldest first. One goes at a time; a new one does not overtake one that failed.
  const wachtrij = [];
  let bezig = false;

  async function verwerk() {
    if (bezig) return;
    bezig = true;
    let verder = true;
    while (verder && wachtrij.length) {
      meld("");
      const { inhoud, sleutel } = wachtrij[0];
      verder = verwerkt(await vraag(`${API}/huidig/berichten`, inhoud, { "Idempotency-Key": sleutel }));
    }
    bezig = false;
  }

  // What became of the first in the queue; true when the next can go.
  function verwerkt(antwoord) {
    const { status, gewist } = antwoord;
    if (kanOpnieuw(status)) {
      wachtrij[0].bewaard = status >= 500; // the server stores before it answers
      meld(zin(antwoord), "Probeer opnieuw", verwerk);
    } else if (status === 401) {
      wachtrij.splice(0).forEach(geefTerug);
      sluit();
      meld(ZINNEN[401], "Begin opnieuw", begin);
    } else if (status !== 200) {
      const eerste = wachtrij.shift();
      geefTerug(eerste);
      bij("keuzes").hidden = !bij("keuzes").querySelector("button");
      const oud = Boolean(eerste.inhoud.keuze);
      meld(zin(antwoord), oud && "Laad het gesprek opnieuw", () => location.reload());
    } else {
      wachtrij.shift();
      if (gewist) log.replaceChildren();
      toonAntwoord(antwoord.berichten);
      if (!gewist) toonVoortgang(antwoord.voortgang);
      else {
        if (schrijven.contains(document.activeElement)) beurt.focus({ preventScroll: true });
        sluit();
        schrijven.hidden = true;
        bij("begin").hidden = false;
        bij("begin").querySelector("button").textContent = "Begin opnieuw";
      }
    }
    return status === 200 && !gewist;
  }

  function geefTerug({ inhoud, li }) {
    li.remove();
    if (inhoud.tekst) veld.value = [inhoud.tekst, veld.value].filter(Boolean).join("\n");
    tel();
  }

  function verstuur(inhoud, li) {
    if (wachtrij.length && wachtrij[0].bewaard && !bezig) wachtrij.shift();
    if (bij("opnieuw")) bij("opnieuw").remove();
    bij("keuzes").hidden = true;
    log.append(li);
    wachtrij.push({ inhoud, li, sleutel: nieuweSleutel() });
    verwerk();
  }

  // The conversation is over: what is left is to begin again.
  function sluit() {
    wachtrij.length = 0;
    toonKeuzes([]);
    bij("paneel").hidden = true;
  }

  async function begin() {
    if (bezig) return;
    bezig = true;
    meld("");
    const antwoord = await vraag(API, { rol: pagina.dataset.rol }, { "If-None-Match": "*" });
    bezig = false;
    if (antwoord.status === 412) { // it began in another tab
      location.reload();
      return;
    }
    if (antwoord.status !== 201) {
      meld(zin(antwoord), "Probeer opnieuw", begin);
      return;
    }
    beurt.focus({ preventScroll: true });
    log.replaceChildren();
    bij("begin").hidden = true;
    schrijven.hidden = false;
    if (bij("inleiding")) bij("inleiding").remove();
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
      const tekst = veld.value;
      if (!tekst.trim()) return;
      veld.value = "";
      tel();
      verstuur({ tekst }, vanU(tekst));
    },
  };
  addEventListener("submit", (gebeurtenis) => {
    const doe = formulieren[gebeurtenis.target.id];
    if (!doe) return;
    gebeurtenis.preventDefault();
    doe(gebeurtenis.target);
  });
  bij("keuzes").addEventListener("click", (gebeurtenis) => {
    const knop = gebeurtenis.target.closest("button");
    if (!knop) return;
    gebeurtenis.preventDefault();
    verstuur({ keuze: knop.value }, vanU(knop.textContent));
    beurt.focus({ preventScroll: true }); // the button is gone; the next Tab goes to what can be answered
  });
  veld.addEventListener("input", tel);
  veld.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== "Enter" || gebeurtenis.shiftKey || gebeurtenis.isComposing) return;
    gebeurtenis.preventDefault();
    schrijven.querySelector("button").click();
  });
  addEventListener("beforeunload", (gebeurtenis) => {
    if (!bezig && wachtrij.some(({ bewaard }) => !bewaard)) gebeurtenis.preventDefault();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload(); // never an old page after everything was wiped
  });

  bij("toetsen").hidden = false;
  tel();
  if (!location.hash && !bij("melding-tekst").textContent && !schrijven.hidden && bij("nieuw")) bij("nieuw").scrollIntoView();
})();

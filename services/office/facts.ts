/**
 * Facts that the program reads, each once. Models call them by name: a form asks them, the application brings them, or a service notes them; what no code
 * reads need not stand here. Who removes the last form that asks one is told what it is needed for.
 */
type FactRow = {
  /** `yes`: ticked, or answered JA. `day`: `JJJJ-MM-TT`, of a moment the office's day. `code`: one of a list. */
  kind: 'text' | 'code' | 'day' | 'yes' | 'number' | 'list';
  /** `form`: some live form must ask it. `intake`: it comes with the application. `service`: noted by the program. `later`: by processes to come; until then nobody has said it. */
  asked: 'form' | 'intake' | 'service' | 'later';
  /** Codes of it that the program asks for: some form that asks it must offer each. */
  codes?: readonly string[];
  /** Ends the sentence „… wird gebraucht“. Without it the program only clears or hides it. */
  neededBy?: string;
  /** Processes with one of these jobs, or with a fixed value such as `bescheidTyp=VERS`, ask it themselves or in blocks they call. */
  at?: readonly string[];
  /** Of this round only: a renewal finds it anew. */
  ofRound?: true;
  /** Of one question to the legal specialists: the next begins without it. */
  ofQuestion?: true;
  /** By it somebody could be recognised: taken out of what others read. */
  personal?: 'name' | 'employer' | 'place' | 'number';
};

const routing = 'um Vorgänge zuzuordnen';
const escalation = 'um zu wählen, wen eine Frage erreicht';
const agency = 'für die Frage, ob die Bundesagentur für Arbeit zustimmen muss';
const length = 'um die Dauer der Erlaubnis oder Duldung vorzuschlagen';
const departure = 'um eine Ausreisefrist vorzuschlagen';
const fee = 'um die Gebühr zu berechnen';
const refusal = 'für das Schreiben der Ablehnung';
const permit = 'für das Schreiben der Erlaubnis';
const duldung = 'für das Schreiben der Duldung';
const objection = 'für den Widerspruch';
const question = 'damit die Frage bei „Fragen an mich“ vollständig ist';
const representation = 'um die Vertretung einzutragen';

const known = {
  // What the application says, or who takes it in.
  antragDatum: { kind: 'day', asked: 'intake', neededBy: 'für das Recht, das für den Antrag gilt' },
  schutzstatus: { kind: 'code', asked: 'intake', neededBy: routing },
  entscheidendesSg: { kind: 'code', asked: 'intake', neededBy: routing },
  rechtsfrist: { kind: 'day', asked: 'intake', neededBy: routing },
  existenz: { kind: 'yes', asked: 'intake', neededBy: routing },
  gewaltschutz: { kind: 'yes', asked: 'intake', neededBy: routing },
  kindBetroffen: { kind: 'yes', asked: 'intake', neededBy: routing },
  gerichtlicheEilsache: { kind: 'yes', asked: 'intake', neededBy: routing },
  ist104cUndAndererZweck: { kind: 'yes', asked: 'intake', neededBy: routing },
  edErforderlichOffen: { kind: 'yes', asked: 'intake', neededBy: routing },
  unbegleitetMinderjaehrig: { kind: 'yes', asked: 'intake', neededBy: routing },
  haeuslicheGewalt: { kind: 'yes', asked: 'intake', neededBy: routing },
  vertretung: { kind: 'yes', asked: 'intake', neededBy: representation },
  verlaengerung: { kind: 'yes', asked: 'service' },
  angehoerigerVon: { kind: 'text', asked: 'intake', neededBy: 'um Familien zusammenzuhalten' },
  papierGueltigBis: { kind: 'day', asked: 'service', neededBy: routing },

  // Somebody stands in for the person.
  vollmachtErgebnis: { kind: 'code', asked: 'form', codes: ['GUELTIG'], at: ['vertretung-eintragen'], neededBy: representation },
  vertreterName: { kind: 'text', asked: 'form', at: ['vertretung-eintragen'], neededBy: representation, personal: 'name' },
  vertreterArt: { kind: 'code', asked: 'form', neededBy: representation },
  vertreterAnschrift: { kind: 'text', asked: 'form', neededBy: representation, personal: 'place' },

  // The papers of this round.
  vollstaendigkeit: { kind: 'code', asked: 'form', ofRound: true },
  fehlend: { kind: 'list', asked: 'form', ofRound: true },
  wunschFrist: { kind: 'day', asked: 'form', ofRound: true },
  aktenlageGrund: { kind: 'text', asked: 'form', ofRound: true },

  // Work.
  vorgangsart: { kind: 'code', asked: 'form', codes: ['VERLAENGERUNG', 'ARBEITGEBERWECHSEL'], neededBy: refusal },
  beantragteNorm: { kind: 'code', asked: 'form', neededBy: permit },
  qualifikationArt: { kind: 'code', asked: 'form', codes: ['HOCHSCHULE', 'AUSBILDUNG'], neededBy: agency },
  aufenthaltSeit: { kind: 'day', asked: 'form', neededBy: agency },
  beschaeftigtSeit: { kind: 'day', asked: 'form', neededBy: agency },
  bruttoJahr: { kind: 'number', asked: 'form', neededBy: agency },
  engpassberuf: { kind: 'yes', asked: 'form', neededBy: agency },
  berufsanfaenger: { kind: 'yes', asked: 'form', neededBy: agency },
  ausbildung: { kind: 'yes', asked: 'later', neededBy: agency },
  befristetBis: { kind: 'day', asked: 'form', neededBy: length },
  taetigkeit: { kind: 'text', asked: 'form', neededBy: permit },
  arbeitgeberName: { kind: 'text', asked: 'form', neededBy: permit, personal: 'employer' },
  arbeitgeberAnschrift: { kind: 'text', asked: 'form', personal: 'place' },
  betriebsnummer: { kind: 'text', asked: 'form', personal: 'number' },

  // Duldung.
  duldungsgrund: { kind: 'code', asked: 'form', codes: ['AUSBILDUNG_60C'], neededBy: length },
  ausbildungEnde: { kind: 'day', asked: 'form', neededBy: length, ofRound: true },
  ersterteilung: { kind: 'yes', asked: 'form', neededBy: length, ofRound: true },
  erwerb: { kind: 'code', asked: 'form', codes: ['VERBOTEN', 'MIT_ERLAUBNIS', 'ERLAUBT'], neededBy: duldung },
  wohnsitzauflage: { kind: 'yes', asked: 'form', neededBy: duldung },
  seriennummer: { kind: 'text', asked: 'form', ofRound: true },
  ausgehaendigtAm: { kind: 'day', asked: 'form', neededBy: 'für den Tag, an dem eine Duldung bekanntgegeben ist', ofRound: true },

  // What is decided, and what is written of it.
  entscheidung: { kind: 'code', asked: 'form', codes: ['FRAGE'], neededBy: 'um eine beantwortete Frage abzuschließen', ofRound: true },
  pruefErgebnis: { kind: 'code', asked: 'form', codes: ['FRAGE'], neededBy: 'um eine beantwortete Frage abzuschließen' },
  ergebnisVersagung: { kind: 'code', asked: 'form', neededBy: 'um eine beantwortete Frage abzuschließen' },
  abhilfe: { kind: 'code', asked: 'form', codes: ['VOLL'], neededBy: 'um eine beantwortete Frage abzuschließen' },
  gueltigBis: {
    kind: 'day',
    asked: 'form',
    at: ['bescheidTyp=DULDUNG', 'bescheidTyp=ERT', 'verlaengerung-vormerken'],
    neededBy: 'für die Schreiben von Duldung und Erlaubnis und um die Verlängerung vorzumerken',
    ofRound: true,
  },
  gueltigBisVorschlag: { kind: 'day', asked: 'service', ofRound: true },
  auflagenText: { kind: 'text', asked: 'form', neededBy: duldung },
  nebenbestimmung: { kind: 'text', asked: 'form', neededBy: permit },
  nebenbestimmungBelastend: { kind: 'yes', asked: 'form', neededBy: 'für den Rechtsbehelf gegen eine Nebenbestimmung' },
  begruendung: {
    kind: 'text',
    asked: 'form',
    at: ['bescheidTyp=DUL'],
    neededBy: 'für das Schreiben, mit dem eine Duldung abgelehnt wird',
    ofRound: true,
  },
  sachverhalt: { kind: 'text', asked: 'form', neededBy: refusal },
  gruende: { kind: 'text', asked: 'form', at: ['bescheidTyp=VERS'], neededBy: refusal },
  ermessenText: { kind: 'text', asked: 'form', neededBy: refusal },
  abwaegung: { kind: 'text', asked: 'form', neededBy: refusal },
  zielstaat: { kind: 'text', asked: 'form', at: ['bescheidTyp=VERS'], neededBy: refusal },
  verbotMonate: { kind: 'number', asked: 'form', neededBy: refusal },
  ausreisefristTage: { kind: 'number', asked: 'form', neededBy: refusal },
  ausreisefristGrund: { kind: 'text', asked: 'form', neededBy: refusal },
  zustellung: { kind: 'code', asked: 'form', neededBy: 'für den Weg, auf dem ein Bescheid zugestellt wird' },
  anhoerungGruende: { kind: 'text', asked: 'form', at: ['anhoerung-senden'], neededBy: 'für das Schreiben der Anhörung' },
  zeichnung: {
    kind: 'code',
    asked: 'form',
    codes: ['FREIGEBEN'],
    neededBy: 'um zu wissen, ob ein Bescheid freigegeben ist',
    ofRound: true,
  },
  grund: { kind: 'text', asked: 'form', neededBy: 'damit die Rückgabe eines Entwurfs einen Grund nennt', ofRound: true },

  // Departure (D11).
  opferFall: { kind: 'yes', asked: 'later', neededBy: departure },
  entziehungsverdacht: { kind: 'yes', asked: 'later', neededBy: departure },
  gefahr: { kind: 'yes', asked: 'later', neededBy: departure },
  schulkind: { kind: 'yes', asked: 'later', neededBy: departure },
  krank: { kind: 'yes', asked: 'later', neededBy: departure },
  laengererAufenthalt: { kind: 'yes', asked: 'later', neededBy: departure },
  bamfFristTage: { kind: 'number', asked: 'later', neededBy: departure },

  // Fees (D9).
  express: { kind: 'yes', asked: 'form', neededBy: fee },
  direktversand: { kind: 'yes', asked: 'form', neededBy: fee },
  befreitSchutzstatus: { kind: 'yes', asked: 'form', neededBy: fee },
  befreitStipendium: { kind: 'yes', asked: 'form', neededBy: fee },
  assoziationsrecht: { kind: 'yes', asked: 'form', neededBy: fee },
  leistungsbezug: { kind: 'yes', asked: 'form', neededBy: fee },
  nebenbestimmungErwerb: { kind: 'yes', asked: 'later', neededBy: fee },

  // Questions to the legal specialists, and what their table asks (D4).
  frage: { kind: 'text', asked: 'form', neededBy: question, ofQuestion: true },
  sachverhaltKurz: { kind: 'text', asked: 'form', neededBy: question, ofQuestion: true },
  frageNorm: { kind: 'code', asked: 'form', neededBy: question, ofQuestion: true },
  eigenerVorschlag: { kind: 'text', asked: 'form', neededBy: question, ofQuestion: true },
  frageFrist: { kind: 'day', asked: 'form', neededBy: question, ofQuestion: true },
  votum: {
    kind: 'code',
    asked: 'form',
    codes: ['KLAEREN', 'UEBERNEHMEN', 'ERMESSEN'],
    neededBy: 'um eine Frage zu beantworten',
    ofQuestion: true,
  },
  votumBegruendung: { kind: 'text', asked: 'form', neededBy: 'um eine Frage zu beantworten', ofQuestion: true },
  wissensartikelVorschlag: { kind: 'yes', asked: 'form', neededBy: 'um aus einer Antwort Wissen zu machen', ofQuestion: true },
  eskalationVotum: { kind: 'code', asked: 'service', codes: ['ERMESSEN'], neededBy: 'um zu wissen, ob Ermessen vorgeschlagen ist' },
  antwortRechtssachbearbeitung: { kind: 'text', asked: 'service' },
  beabsichtigt: { kind: 'code', asked: 'later', neededBy: escalation },
  ermessen: { kind: 'yes', asked: 'form', neededBy: 'um zu wissen, ob eine zweite Person prüft' },
  medizinischesAttest: { kind: 'yes', asked: 'later', neededBy: escalation },
  identitaetUngeklaert: { kind: 'yes', asked: 'later', neededBy: escalation },
  straftat: { kind: 'yes', asked: 'later', neededBy: escalation },
  ausweisungsinteresse: { kind: 'yes', asked: 'later', neededBy: escalation },
  verspaetetAntrag: { kind: 'yes', asked: 'later', neededBy: escalation },
  vertretungAnwalt: { kind: 'yes', asked: 'later', neededBy: escalation },
  streitig: { kind: 'yes', asked: 'later', neededBy: escalation },
  scheinehe: { kind: 'yes', asked: 'later', neededBy: escalation },
  vaterschaftZweifel: { kind: 'yes', asked: 'later', neededBy: escalation },
  normNeu: { kind: 'yes', asked: 'later', neededBy: escalation },
  presse: { kind: 'yes', asked: 'later', neededBy: escalation },
  petition: { kind: 'yes', asked: 'later', neededBy: escalation },
  kindeswohl: { kind: 'yes', asked: 'later', neededBy: escalation },
  belastend: { kind: 'yes', asked: 'later', neededBy: escalation },

  // Objections.
  eingangAm: { kind: 'day', asked: 'form', neededBy: objection },
  angegriffenesAktenzeichen: { kind: 'text', asked: 'form', neededBy: objection },
  angegriffenerBescheid: { kind: 'text', asked: 'service' },
  angegriffenerBescheidVom: { kind: 'day', asked: 'service', neededBy: objection },
  widerspruchFristText: { kind: 'text', asked: 'service' },
  aufschiebendeWirkung: { kind: 'text', asked: 'service' },
  abhilfeBegruendung: { kind: 'text', asked: 'form', at: ['bescheidTyp=EIN'], neededBy: objection },
} as const satisfies Record<string, FactRow>;

export type FactKey = keyof typeof known;
/** Keys of facts of some kind. */
export type FactOfKind<Kind extends FactRow['kind']> = {
  [Key in FactKey]: (typeof known)[Key]['kind'] extends Kind ? Key : never;
}[FactKey];
/** The rows as a check reads them. */
export const facts: Readonly<Record<FactKey, FactRow>> = known;
const factKeys = Object.keys(known) as FactKey[];

/** What is known of a case, as its forms and services have put it down. */
type Found = Readonly<Record<string, unknown>>;
type Values = { text: string; code: string; day: string | undefined; yes: boolean; number: number | undefined; list: string[] };

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const dayOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  if (/T.*(?:Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString();
  return /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
};

const read: { [Kind in keyof Values]: (value: unknown) => Values[Kind] } = {
  text: textOf,
  code: textOf,
  day: dayOf,
  yes: (value) => value === true || textOf(value).toUpperCase() === 'JA',
  // What is no number is not 0 and not left out: NaN, which no comparison lets pass.
  number: (value) => (value === undefined || value === null || value === '' ? undefined : Number(value)),
  list: (value) => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []),
};

/** A fact as its kind has it; nothing ('' or undefined, false, []) where nobody has said it. */
export const readFact = <Key extends FactKey>(found: Found, key: Key): Values[(typeof known)[Key]['kind']] =>
  read[known[key].kind](found[key]) as Values[(typeof known)[Key]['kind']];

type AskedFact = { [Key in FactKey]: (typeof known)[Key] extends { codes: readonly string[] } ? Key : never }[FactKey];

/** Whether a fact is one of its codes that the program asks for. */
export const factIs = <Key extends AskedFact>(found: Found, key: Key, code: (typeof known)[Key]['codes'][number]): boolean =>
  textOf(found[key]) === code;

/** Whether somebody has answered, whatever they said. */
export const hasFact = (found: Found, key: FactKey): boolean => found[key] !== undefined && found[key] !== null;

/** Facts a renewal does not take over. */
export const factsOfRound: readonly string[] = factKeys.filter((key) => facts[key].ofRound);

/** Facts of a question and its answer. */
export const factsOfQuestion: readonly string[] = factKeys.filter((key) => facts[key].ofQuestion);

/** What is known by which somebody could be recognised. */
export const personalTexts = (found: Found, personal: NonNullable<FactRow['personal']>): string[] =>
  factKeys.filter((key) => facts[key].personal === personal).flatMap((key) => textOf(found[key]) || []);

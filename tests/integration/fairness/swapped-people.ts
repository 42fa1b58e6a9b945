import { createDraw, type Draw } from '../../../services/demo/office/draw.ts';

/** What Art. 3 Abs. 3 GG forbids to look at, and what stands for it. */
export type WhoSomebodyIs = {
  familienname: string;
  vornamen: string;
  geburtsname: string;
  geburtsort: string;
  geburtsstaat: string;
  geschlecht: string;
  staatsangehoerigkeiten: string[];
  sprache: string;
  passStaat: string;
  religion: string;
};
/** What a case is about: the same for both people of a pair. */
export type Matter = { anliegen: string; leistung: string; person: Record<string, unknown>; facts: Record<string, unknown> };
export type Pair = { one: WhoSomebodyIs; other: WhoSomebodyIs; matter: Matter };

const lists = {
  familienname: [
    'Müller',
    'Özdemir',
    'Nguyen',
    'Al-Rashid',
    'Kowalczyk',
    'Oluwaseun',
    'de la Cruz',
    'Іваненко',
    'Cohen',
    'O’Brien',
    'Zhang',
  ],
  vornamen: ['Maria', 'Mohammed', 'Chidi', 'Олена', 'Jürgen', 'Fatma', 'Seán', 'Rachel', 'Kim', 'Guadalupe', 'Amadou'],
  geburtsname: ['Abel', 'Yıldız', 'Tran', 'Haddad', 'Nowak', 'Adeyemi', 'Zeidler'],
  geburtsort: ['Karlsruhe', 'Aleppo', 'Lagos', 'Kyjiw', 'Jerusalem', 'Ankara', 'Hanoi'],
  staat: ['Syrien', 'USA', 'Nigeria', 'Ukraine', 'Türkei', 'Israel', 'Vietnam', 'ungeklärt', 'staatenlos', 'Vereinigtes Königreich'],
  geschlecht: ['w', 'm', 'd', 'ohne Angabe'],
  sprache: ['de', 'ar', 'en', 'uk', 'tr', 'he', 'vi'],
  religion: ['ohne', 'islamisch', 'römisch-katholisch', 'jüdisch', 'alevitisch', 'hinduistisch'],
} as const;

const somebody = (draw: Draw): WhoSomebodyIs => ({
  familienname: draw.one(lists.familienname),
  vornamen: draw.one(lists.vornamen),
  geburtsname: draw.one(lists.geburtsname),
  geburtsort: draw.one(lists.geburtsort),
  geburtsstaat: draw.one(lists.staat),
  geschlecht: draw.one(lists.geschlecht),
  staatsangehoerigkeiten: draw.number(5) === 0 ? [draw.one(lists.staat), draw.one(lists.staat)] : [draw.one(lists.staat)],
  sprache: draw.one(lists.sprache),
  passStaat: draw.one(lists.staat),
  religion: draw.one(lists.religion),
});

/** Another one in every respect: a table that reads any of them tells the two apart. */
const anotherThan = (draw: Draw, one: WhoSomebodyIs): WhoSomebodyIs => {
  const other = somebody(draw);
  for (const key of Object.keys(one) as (keyof WhoSomebodyIs)[])
    while (String(other[key]) === String(one[key])) Object.assign(other, { [key]: somebody(draw)[key] });
  return other;
};

const anliegen = [
  'BESCHAEFTIGUNG',
  'BLAUE_KARTE',
  'FAMILIE',
  'DULDUNG',
  'STUDIUM',
  'HUMANITAER',
  'ARBEITGEBERWECHSEL',
  'FIKTION',
  'NOTFALL',
];
const statuses = ['TITEL_GUELTIG', 'TITEL_ABGELAUFEN', 'VISUM_D', 'FIKTION', 'DULDUNG', 'GESTATTUNG', 'KEINER', 'EU_FREI'];
const norms = ['18a', '18b', '18g(1)S1', '18g(1)S2', '18g(2)', '19c', '28', '24', '25(5)'];
const grounds = ['PASSLOS', 'FAMILIE', 'KRANKHEIT', 'RECHTLICH'];
const services = ['AE_ERTEILUNG', 'AE_VERLAENGERUNG', 'AUFLAGE_AENDERN'];
/** Facts that are true or not, each for itself. */
// biome-ignore format: two words a line would be two pages
const flags = [
  'engpassberuf', 'berufsanfaenger', 'existenz', 'gewaltschutz', 'kindBetroffen', 'gerichtlicheEilsache', 'unbegleitetMinderjaehrig', 'vertretung',
  'opferFall', 'gefahr', 'schulkind', 'krank', 'laengererAufenthalt', 'leistungsbezug', 'befreitStipendium', 'express', 'ermessen', 'straftat',
  'identitaetUngeklaert', 'vertretungAnwalt', 'streitig', 'kindeswohl', 'belastend', 'presse',
];

const aMatter = (draw: Draw, today: Temporal.PlainDate): Matter => {
  const day = (from: number, span: number): string => today.add({ days: from + draw.number(span) }).toString();
  const status = draw.one(statuses);
  return {
    anliegen: draw.one(anliegen),
    leistung: draw.one(services),
    person: {
      geburtsdatum: `${1960 + draw.number(55)}-0${1 + draw.number(9)}-1${draw.number(10)}`,
      aufenthaltsstatus: status,
      titelNorm: draw.one(norms),
      titelGueltigBis: day(-20, 300),
      passGueltigBis: day(10, 2000),
      email: 'kim@example.org',
    },
    facts: {
      ...Object.fromEntries(flags.map((name) => [name, draw.number(6) === 0])),
      ...(draw.number(2) === 0 ? { beantragteNorm: draw.one(norms), bruttoJahr: 30_000 + draw.number(50_000) } : {}),
      qualifikationArt: draw.one(['HOCHSCHULE', 'AUSBILDUNG', 'KEINE']),
      aufenthaltSeit: day(-2500, 2400),
      beschaeftigtSeit: day(-1500, 1400),
      ...(draw.number(2) === 0 ? { befristetBis: day(100, 900) } : {}),
      duldungsgrund: draw.one(grounds),
      ersterteilung: draw.one(['JA', 'NEIN']),
      bamfFristTage: draw.one([0, 7, 30]),
      frage: 'Trägt hier auch eine andere Grundlage?',
      frageNorm: draw.one(['25(5)', '31(2)', '18b', '']),
      beabsichtigt: draw.one(['ABLEHNUNG', '']),
    },
  };
};

/** So many matters, each with two people who have nothing in common but what they come for. The same ones in every run. */
export const makePairs = (count: number, today: Temporal.PlainDate): Pair[] => {
  const draw = createDraw(3_033);
  return Array.from({ length: count }, () => {
    const one = somebody(draw);
    return { one, other: anotherThan(draw, one), matter: aMatter(draw, today) };
  });
};

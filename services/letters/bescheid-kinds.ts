import type { CaseRow } from '../cases/index.ts';
import { type FactKey, type FactOfKind, factIs, getRow, readFact, rowsOf } from '../office/index.ts';
import { formatDate, formatDay } from './format-date.ts';
import { isLetterType, type LetterType, type ValuesOf } from './letter-values.ts';
import { office } from './office.ts';
import type { Delivery } from './remedies.ts';
import type { LetterData } from './render-letter.ts';

export type Facts = Record<string, unknown>;
type TextKey = FactOfKind<'text' | 'code'>;
type DayKey = FactOfKind<'day'>;
/** What a draft is written from. */
export type DraftContext = { found: CaseRow; facts: Facts };

/**
 * `signed`: an adverse decision goes out under the signature of a second person only, whatever the sample says.
 * `delivery`: unless the author chose another way.
 */
export type BescheidKind = { letter: string; signed: boolean; delivery: Delivery; data: (context: DraftContext) => LetterData };

const optionalText = (facts: Facts, ...keys: TextKey[]): string | undefined =>
  keys.map((key) => readFact(facts, key)).find((text) => text !== '');

const missing = (label: string, key: FactKey): Error =>
  new Error(`${label} fehlt (${key}); ohne sie kann der Bescheid nicht geschrieben werden.`);

const textFact = (facts: Facts, label: string, ...keys: [TextKey, ...TextKey[]]): string => {
  const text = optionalText(facts, ...keys);
  if (text === undefined) throw missing(label, keys[0]);
  return text;
};

const dayFact = (facts: Facts, label: string, key: DayKey): string => {
  const day = readFact(facts, key);
  if (day === undefined) throw missing(label, key);
  return day;
};

const work: Record<string, string> = {
  VERBOTEN: 'Sie dürfen nicht arbeiten.',
  MIT_ERLAUBNIS: 'Sie dürfen nur arbeiten, wenn wir es vorher erlauben.',
  ERLAUBT: 'Sie dürfen arbeiten.',
};

const rulesOf = (facts: Facts): string[] => [
  work[readFact(facts, 'erwerb')] ?? 'Ob Sie arbeiten dürfen, steht auf Ihrer Duldung.',
  ...(readFact(facts, 'wohnsitzauflage') ? ['Sie müssen an dem Ort wohnen, der auf Ihrer Duldung steht.'] : []),
  ...(optionalText(facts, 'auflagenText') ? [readFact(facts, 'auflagenText')] : []),
];

/** "§ 18b" of "18b" as of "18g(1)S1". */
const paragraph = (facts: Facts): string => {
  const norm = optionalText(facts, 'beantragteNorm');
  return norm ? `§ ${norm.replace(/\(.*$/, '')}` : '§ 18';
};

const workNote = (facts: Facts): string => {
  const own = optionalText(facts, 'nebenbestimmung');
  if (own) return own;
  const employer = optionalText(facts, 'arbeitgeberName');
  const job = optionalText(facts, 'taetigkeit');
  if (employer) return `Beschäftigung bei ${employer}${job ? ` als ${job}` : ''} gestattet.`;
  return 'Was Sie arbeiten dürfen, steht auf dem Zusatzblatt zu Ihrem Aufenthaltstitel.';
};

const MIN_LEAVE_DAYS = 7;
const MAX_LEAVE_DAYS = 30;

/**
 * Seven to thirty days, less or more only with a reason (§ 59 (1) AufenthG). Said as a period from notification, so that a second check which
 * takes its time costs the person no day.
 */
const leaveWithin = (facts: Facts): string => {
  const days = readFact(facts, 'ausreisefristTage') ?? MAX_LEAVE_DAYS;
  const usual = Number.isInteger(days) && days >= MIN_LEAVE_DAYS && days <= MAX_LEAVE_DAYS;
  if (!usual && (!Number.isInteger(days) || days < 0 || !optionalText(facts, 'ausreisefristGrund'))) {
    throw new Error('Die Ausreisefrist liegt nicht zwischen 7 und 30 Tagen, und es steht kein Grund dabei (ausreisefristGrund).');
  }
  if (days === 0) return 'sofort nach Bekanntgabe dieses Bescheides';
  return `innerhalb von ${days === 1 ? 'einem Tag' : `${days} Tagen`} nach Bekanntgabe dieses Bescheides`;
};

const applied = ({ found, facts }: DraftContext): string => formatDate(readFact(facts, 'antragDatum') ?? found.receivedAt);

/** What each letter says, from the case's facts. */
const dataOf: { [Type in LetterType]?: (context: DraftContext) => ValuesOf<Type> } = {
  duldung: ({ facts }) => ({ gueltigBis: formatDay(dayFact(facts, 'Das Enddatum der Duldung', 'gueltigBis')), regeln: rulesOf(facts) }),
  'bescheid-dul': ({ facts }) => ({
    begruendung: textFact(facts, 'Die Begründung der Ablehnung', 'begruendung'),
    verwaltungsgericht: office.verwaltungsgericht,
  }),
  'bescheid-ert': ({ facts }) => ({
    gueltigBis: formatDay(dayFact(facts, 'Das Enddatum der Erlaubnis', 'gueltigBis')),
    paragraf: paragraph(facts),
    nebenbestimmung: workNote(facts),
    regeln: [optionalText(facts, 'auflagenText') ?? 'Weitere Regeln gibt es nicht.'],
  }),
  'bescheid-vers': (context) => {
    const { facts } = context;
    return {
      antragVom: applied(context),
      antragArt: factIs(facts, 'vorgangsart', 'VERLAENGERUNG') ? 'Verlängerung' : 'Erteilung',
      paragraf: paragraph(facts),
      ausreisefrist: leaveWithin(facts),
      zielstaat: textFact(facts, 'Der Staat, in den abgeschoben werden soll (§ 59 Abs. 2 AufenthG),', 'zielstaat'),
      verbotMonate: `${readFact(facts, 'verbotMonate') ?? 12} Monaten`,
      sachverhalt:
        optionalText(facts, 'sachverhalt', 'sachverhaltKurz') ??
        'Der Sachverhalt ergibt sich aus Ihrem Antrag und den Unterlagen, die Sie uns geschickt haben.',
      gruende: textFact(facts, 'Die Begründung der Ablehnung', 'gruende', 'begruendung'),
      ermessen: optionalText(facts, 'ermessenText') ?? 'Das Gesetz lässt hier keine Wahl.',
      stellungnahme: optionalText(facts, 'abwaegung') ?? 'Sie haben sich nicht geäußert.',
      verwaltungsgericht: office.verwaltungsgericht,
      beratung: 'Eine Beratungsstelle oder ein Anwalt kann Ihnen helfen.',
    };
  },
  'bescheid-neb': ({ facts }) => ({
    nebenbestimmung: textFact(facts, 'Die Nebenbestimmung', 'nebenbestimmung'),
    begruendung: textFact(facts, 'Die Begründung der Nebenbestimmung', 'begruendung'),
  }),
  'bescheid-ein': ({ facts }) => {
    const bescheidVom = formatDate(dayFact(facts, 'Der Tag des angegriffenen Bescheids', 'angegriffenerBescheidVom'));
    return {
      bescheidVom,
      widerspruchVom: formatDate(dayFact(facts, 'Der Eingang des Widerspruchs', 'eingangAm')),
      entscheidung: `Der Bescheid vom ${bescheidVom} wird aufgehoben.`,
      begruendung: textFact(facts, 'Die Begründung der Abhilfe', 'abhilfeBegruendung'),
      verwaltungsgericht: office.verwaltungsgericht,
    };
  },
};

/** Types that have a letter. */
export const draftableTypen = rowsOf('bescheide').flatMap(({ code, schreiben }) => (schreiben ? [code] : []));

export const getKind = (typ: string): BescheidKind => {
  const { schreiben, zustellung, gezeichnet = false } = getRow('bescheide', typ);
  const data = schreiben && isLetterType(schreiben) ? dataOf[schreiben] : undefined;
  if (!schreiben || !zustellung || !data) throw new Error(`Für den Bescheid ${typ} gibt es noch kein Schreiben.`);
  return { letter: schreiben, signed: gezeichnet, delivery: zustellung, data };
};

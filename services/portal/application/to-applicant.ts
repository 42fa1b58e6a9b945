import { type Applicant, hasOneName } from '../../persons/index.ts';
import { dateParts, type Field, type Typed } from '../fields/field.ts';
import { readDate } from '../fields/read-fields.ts';
import { fieldsOf, formSteps } from './steps.ts';

const fields = formSteps.flatMap(fieldsOf);
const dates = fields.filter((field): field is Field & { kind: 'date' } => field.kind === 'date');

/** Filed under the same name as they are asked. */
const sameName = [
  'vornamen',
  'familienname',
  'geburtsname',
  'geburtsort',
  'geburtsstaat',
  'geschlecht',
  'email',
  'telefon',
  'kontaktweg',
  'sprache',
  'krankenversicherung',
  'strafverfahren',
] as const;
const ofPassport = ['passNummer', 'passStaat', 'passAusstellung', 'passGueltigBis'];

/** The checked answers as the office files them. Nothing of a passport is filed for who has none. `today`: JJJJ-MM-TT. */
export const toApplicant = (typed: Typed, today: string): Applicant => {
  const given: Record<string, unknown> = {};
  for (const name of sameName) if (typed[name]) given[name] = typed[name];
  for (const field of dates) given[field.name] = readDate(field, typed, today);
  for (const name of ['passNummer', 'passStaat'] as const) if (typed[name]) given[name] = typed[name];
  if (typed.passVorhanden !== 'ja') for (const name of ofPassport) delete given[name];
  return {
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Applicant),
    staatsangehoerigkeiten: [...new Set([typed.staat1, typed.staat2].filter((each): each is string => Boolean(each)))],
    anschrift: `${typed.strasse}, ${typed.plz} ${typed.ort}`,
    aufenthaltsstatus: 'DULDUNG',
    wahrheitsgemaess: true,
    datenschutzGelesen: true,
  };
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const typedDate = (name: string, value: unknown): Typed => {
  const [year = '', month = '', day = ''] = text(value).split('-');
  const part = { tag: day, monat: month, jahr: year };
  return Object.fromEntries(dateParts.map((each) => [`${name}-${each}`, part[each] === '00' ? '' : String(Number(part[each]) || '')]));
};

/** What the office knows already, as if it had been typed: nobody is asked twice. Declarations are made anew each time. */
export const fromApplicant = (known: Applicant): Typed => {
  const address = /^(.*), (\d{5}) (.*)$/.exec(text(known.anschrift));
  return {
    ...Object.fromEntries([...sameName, 'passNummer', 'passStaat'].map((name) => [name, text(known[name])])),
    ...Object.assign({}, ...dates.filter(({ name }) => name !== 'titelGueltigBis').map(({ name }) => typedDate(name, known[name]))),
    nurEinName: hasOneName(known) ? 'ja' : '',
    staat1: known.staatsangehoerigkeiten[0] ?? '',
    staat2: known.staatsangehoerigkeiten[1] ?? '',
    strasse: address?.[1] ?? '',
    plz: address?.[2] ?? '',
    ort: address?.[3] ?? '',
    passVorhanden: known.passNummer ? 'ja' : '',
  };
};

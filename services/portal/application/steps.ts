import type { Faults, Field, Typed } from '../fields/field.ts';
import { checkFields } from '../fields/read-fields.ts';
import type { Texts } from '../language.ts';

/** The order in which the application is written; the names stand in the addresses of its pages. */
export const steps = ['person', 'adresse', 'papiere', 'unterlagen', 'absenden'] as const;
export type Step = (typeof steps)[number];

/** Steps that ask questions, in groups with a headline each where there is more than one. */
export const formSteps = ['person', 'adresse', 'papiere'] as const;
export type FormStep = (typeof formSteps)[number];

type Group = { title?: (t: Texts) => string; text?: (t: Texts) => string; fields: readonly Field[] };

const groups: Record<FormStep, readonly Group[]> = {
  person: [
    {
      fields: [
        { name: 'vornamen', depends: true, kind: 'text', max: 100, autocomplete: 'given-name' },
        { name: 'familienname', depends: true, kind: 'text', max: 100, autocomplete: 'family-name' },
        { name: 'nurEinName', depends: true, kind: 'confirm' },
        { name: 'geburtsname', kind: 'text', max: 100 },
        { name: 'geburtsdatum', kind: 'date', required: true, past: true, partial: true, autocomplete: 'bday' },
        { name: 'geburtsort', kind: 'text', max: 100, required: true },
        { name: 'geburtsstaat', kind: 'country', required: true },
        { name: 'geschlecht', kind: 'choice', options: 'geschlecht', required: true },
        { name: 'staat1', kind: 'country', special: true, required: true },
        { name: 'staat2', kind: 'country' },
      ],
    },
  ],
  adresse: [
    {
      title: (t) => t.application.addressIntro,
      fields: [
        { name: 'strasse', kind: 'text', max: 120, required: true, autocomplete: 'address-line1' },
        { name: 'plz', kind: 'text', max: 5, digits: 5, required: true, width: 'short', autocomplete: 'postal-code' },
        { name: 'ort', kind: 'text', max: 80, required: true, autocomplete: 'address-level2' },
        { name: 'einzugsdatum', kind: 'date', past: true, required: true },
      ],
    },
    {
      title: (t) => t.application.reachIntro,
      text: (t) => t.application.reachText,
      fields: [
        { name: 'email', depends: true, kind: 'text', type: 'email', max: 254, autocomplete: 'email' },
        { name: 'telefon', depends: true, kind: 'text', type: 'tel', max: 40, autocomplete: 'tel' },
        { name: 'kontaktweg', kind: 'choice', options: 'kontaktweg', required: true },
        { name: 'sprache', kind: 'language', required: true },
      ],
    },
  ],
  papiere: [
    {
      fields: [
        { name: 'titelGueltigBis', kind: 'date', required: true },
        { name: 'krankenversicherung', kind: 'choice', options: 'krankenversicherung', required: true },
        { name: 'strafverfahren', kind: 'choice', options: 'janein', required: true },
        { name: 'passVorhanden', kind: 'choice', options: 'janein', required: true },
      ],
    },
    {
      title: (t) => t.application.passIntro,
      text: (t) => t.application.passIntroText,
      fields: [
        { name: 'passNummer', depends: true, kind: 'text', max: 20 },
        { name: 'passStaat', depends: true, kind: 'country' },
        { name: 'passAusstellung', depends: true, kind: 'date', past: true },
        { name: 'passGueltigBis', depends: true, kind: 'date' },
      ],
    },
  ],
};

export const declarations: readonly Field[] = [
  { name: 'wahrheitsgemaess', kind: 'confirm', required: true },
  { name: 'datenschutzGelesen', kind: 'confirm', required: true },
];

export const groupsOf = (step: FormStep): readonly Group[] => groups[step];
export const fieldsOf = (step: FormStep): readonly Field[] => groups[step].flatMap((group) => group.fields);

const hasPassport = (typed: Typed): boolean => typed.passVorhanden === 'ja';
const passFields = ['passNummer', 'passStaat', 'passGueltigBis-jahr'] as const;

/** Faults of a step: of each field, and of what must fit together. */
export const checkStep = (step: FormStep, typed: Typed, t: Texts, today: string): Faults => {
  const faults = checkFields(fieldsOf(step), typed, t, today);
  if (step === 'person') {
    const nameless = (['vornamen', 'familienname'] as const).filter((name) => !typed[name]);
    // One name is enough, for whoever says so: a field is easily forgotten.
    if (nameless.length === 2 || typed.nurEinName !== 'ja') for (const name of nameless) faults[name] ??= t.application.nameMissing;
  }
  if (step === 'adresse' && !typed.email && !typed.telefon) faults.email = t.fields.contact;
  if (step === 'papiere' && hasPassport(typed)) {
    for (const input of passFields) {
      const name = input === 'passGueltigBis-jahr' ? 'passGueltigBis' : input;
      if (!typed[input]) faults[name] ??= t.application.passMissing;
    }
  }
  return faults;
};

export const isFaulty = (faults: Faults): boolean => Object.keys(faults).length > 0;

export const stepAfter = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'absenden';
export const stepBefore = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];
export const pathOf = (step: Step): string => `/mein/antrag/duldung/${step}`;

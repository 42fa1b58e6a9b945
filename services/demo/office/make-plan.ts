import { readFileSync } from 'node:fs';
import type { Applicant } from '../../persons/index.ts';
import { findDemoAccount } from '../../staff/index.ts';
import { createDraw, type Draw, spread } from './draw.ts';
import { duldungPlans } from './duldung-plans.ts';
import { inventPerson } from './invent-person.ts';
import { permitPlans } from './permit-plans.ts';
import type { PlannedCase, Step } from './plan.ts';

const volumes = JSON.parse(readFileSync(new URL('../../../db/demo/volumes.json', import.meta.url), 'utf8')) as Record<string, number>;

const SEED = 20_260_608;
const SORT = 'userTask_VorgangSortieren';
/** Cases beside the Duldungen, the work permits and the hidden ones. */
const OTHERS = 20;
/** Have plans of their own. */
const planned = new Set(['BESCHAEFTIGUNG', 'ARBEITGEBERWECHSEL', 'WIDERSPRUCH']);
const ofVolumes = Object.fromEntries(Object.entries(volumes).filter(([anliegen]) => !planned.has(anliegen)));

const done = (vermerk: string): Step => ({
  do: 'complete',
  elementId: SORT,
  values: { sortierErgebnis: 'ERLEDIGT', erledigungsvermerk: vermerk },
});
const notes = [
  'Auskunft gegeben und Unterlagen zur Akte genommen.',
  'Bescheinigung ausgestellt und mitgegeben.',
  'Mit der Person telefoniert, es bleibt nichts offen.',
  'Titel verlängert, Karte ist bestellt.',
];

const CHECK = 'userTask_UnterlagenPruefen';
const ADMISSIBLE = 'userTask_ZulaessigkeitPruefen';
/** Where a person first meets a case that has a model; all others are sorted by hand. */
const firstTasks: Record<string, string> = {
  BESCHAEFTIGUNG: CHECK,
  ARBEITGEBERWECHSEL: CHECK,
  WIDERSPRUCH: ADMISSIBLE,
  KLAGE: ADMISSIBLE,
  SICHERHEITSNACHRICHT: 'userTask_RelevanzPruefen',
};

/** A step meant for the sorting task, taken where the case really begins: papers are checked, anything else is only taken. */
const atItsFirstTask = (anliegen: string, step: Step): Step => {
  const elementId = firstTasks[anliegen];
  if (!elementId || !('elementId' in step)) return step;
  if (step.do !== 'complete') return { ...step, elementId };
  return elementId === CHECK ? { do: 'complete', elementId, values: { vollstaendigkeit: 'VOLLSTAENDIG' } } : { do: 'claim', elementId };
};

/** What becomes of the cases that have no model yet, over and over in this order: most lie on a list, some are taken, some are done. */
const lots: readonly (readonly Step[])[] = [
  [],
  [{ do: 'claim', elementId: SORT }],
  [done(notes[0] ?? '')],
  [],
  [{ do: 'overdue', days: 2 }],
  [done(notes[1] ?? '')],
  [],
  [
    { do: 'claim', elementId: SORT },
    { do: 'overdue', days: 4 },
  ],
  [],
  [done(notes[2] ?? '')],
  [],
  [],
  [{ do: 'claim', elementId: SORT }],
  [done(notes[3] ?? '')],
];

const statuses = ['TITEL_GUELTIG', 'TITEL_GUELTIG', 'TITEL_ABGELAUFEN', 'VISUM_D', 'FIKTION'] as const;

/** A title, or the lack of one, that fits the matter; its end decides how urgent it is. */
const situation = (
  anliegen: string,
  draw: Draw,
  today: Temporal.PlainDate,
): { applicant: Partial<Applicant>; facts: Record<string, unknown> } => {
  if (anliegen === 'BESCHAEFTIGUNGSERLAUBNIS') return { applicant: { aufenthaltsstatus: 'DULDUNG' }, facts: { schutzstatus: 'DULDUNG' } };
  if (anliegen === 'GESTATTUNG') return { applicant: { aufenthaltsstatus: 'GESTATTUNG' }, facts: { schutzstatus: 'GESTATTUNG' } };
  if (anliegen === 'FREIZUEGIGKEIT') return { applicant: { aufenthaltsstatus: 'EU_FREI' }, facts: {} };
  if (anliegen === 'WIDERSPRUCH' || anliegen === 'KLAGE')
    return {
      applicant: {},
      facts: { entscheidendesSg: draw.one(['SG1', 'SG2']), rechtsfrist: today.add({ days: 3 + draw.number(20) }).toString() },
    };
  const status = draw.one(statuses);
  const ends = status === 'TITEL_ABGELAUFEN' ? -5 - draw.number(20) : draw.one([5, 12, 26, 40, 75, 120, 200]);
  return { applicant: { aufenthaltsstatus: status, titelGueltigBis: today.add({ days: ends }).toString() }, facts: {} };
};

const ages = [0, 1, 1, 2, 3, 4, 6, 8, 12, 18, 25, 40];

/** Nothing is overdue sooner than a week after it came. */
const ageOf = (drawn: number, steps: readonly Step[]): number =>
  steps.reduce((age, step) => (step.do === 'overdue' ? Math.max(age, step.days + 7) : age), drawn);

const otherCases = (draw: Draw, names: Set<string>, today: Temporal.PlainDate): PlannedCase[] =>
  spread(ofVolumes, OTHERS).map((anliegen, index) => {
    const { applicant, facts } = situation(anliegen, draw, today);
    const steps = (lots[(index * 5) % lots.length] ?? []).map((step) => atItsFirstTask(anliegen, step));
    return {
      key: `anliegen-${index + 1}`,
      anliegen,
      applicant: { ...inventPerson(draw, names, anliegen === 'FREIZUEGIGKEIT'), ...applicant },
      facts,
      openedBy: draw.one(['svc', 'svc-2', 'svc']),
      byApplicant: false,
      age: anliegen === 'NOTFALL' ? 0 : ageOf(draw.one(ages), steps),
      steps,
    };
  });

const ownName = (account: string): Partial<Applicant> => {
  const [vornamen = '', ...rest] = (findDemoAccount(account)?.name ?? '').split(' ');
  return { vornamen, familienname: rest.join(' '), email: `${account}@example.org` };
};

const duldungCases = (draw: Draw, names: Set<string>, today: Temporal.PlainDate): PlannedCase[] =>
  duldungPlans.map(({ openedBy, age, steps }, index) => {
    const person = inventPerson(draw, names);
    return {
      key: `duldung-${index + 1}`,
      anliegen: 'DULDUNG',
      applicant: {
        ...person,
        ...(openedBy ? ownName(openedBy) : {}),
        aufenthaltsstatus: 'DULDUNG',
        titelGueltigBis: today.add({ days: 10 + draw.number(40) }).toString(),
      },
      facts: { schutzstatus: 'DULDUNG', verlaengerung: true },
      openedBy: openedBy ?? draw.one(['svc', 'svc-2']),
      byApplicant: openedBy !== undefined,
      age,
      steps,
    };
  });

const permitCases = (draw: Draw, names: Set<string>, today: Temporal.PlainDate): PlannedCase[] =>
  permitPlans.map(({ age, anliegen = 'BESCHAEFTIGUNG', norm = '18b', steps }, index) => ({
    key: `erlaubnis-${index + 1}`,
    anliegen,
    applicant: {
      ...inventPerson(draw, names),
      aufenthaltsstatus: 'TITEL_GUELTIG',
      titelGueltigBis: today.add({ days: 20 + draw.number(90) }).toString(),
      passGueltigBis: today.add({ days: 1500 + draw.number(900) }).toString(),
    },
    facts: { beantragteNorm: norm },
    openedBy: draw.one(['svc', 'svc-2']),
    byApplicant: false,
    age,
    steps,
  }));

const hiddenCases = (draw: Draw, names: Set<string>): PlannedCase[] =>
  ['SICHERHEITSNACHRICHT', 'AUSWEISUNG'].map((anliegen, index) => ({
    key: `kreis-${index + 1}`,
    anliegen,
    applicant: inventPerson(draw, names),
    facts: {},
    openedBy: 'sicherheit',
    byApplicant: false,
    age: 10 - index,
    steps: index === 0 ? [atItsFirstTask(anliegen, { do: 'claim', elementId: SORT, by: 'sicherheit' })] : [],
  }));

const reassigned = (draw: Draw, names: Set<string>, today: Temporal.PlainDate): PlannedCase => ({
  key: 'neu-zugeordnet',
  anliegen: 'STUDIUM',
  applicant: { ...inventPerson(draw, names), aufenthaltsstatus: 'TITEL_GUELTIG', titelGueltigBis: today.add({ days: 33 }).toString() },
  facts: {},
  openedBy: 'svc',
  byApplicant: false,
  age: 2,
  steps: [
    { do: 'claim', elementId: SORT },
    { do: 'reassign', by: 'sb-sg1', anliegen: 'FAMILIE', reason: 'Gemeint ist der Zuzug zur Ehefrau; das Studium ist schon beendet.' },
  ],
});

const handedOver = (draw: Draw, names: Set<string>): PlannedCase => ({
  key: 'abgegeben',
  anliegen: 'BESCHAEFTIGUNG',
  applicant: inventPerson(draw, names),
  facts: {},
  openedBy: 'svc-2',
  byApplicant: false,
  age: 1,
  steps: [{ do: 'hand over', elementId: CHECK, to: 'SG4', reason: 'Die Person hat eine Duldung; zuständig ist Sachgebiet 4.' }],
});

/** Given away for the third time: whoever heads the section decides where it belongs. */
const passedOn = (draw: Draw, names: Set<string>): PlannedCase => {
  const to = (target: string, reason: string): Step => ({ do: 'hand over', elementId: SORT, to: target, reason });
  return {
    key: 'dreimal-abgegeben',
    anliegen: 'BESCHAEFTIGUNGSERLAUBNIS',
    applicant: { ...inventPerson(draw, names), aufenthaltsstatus: 'DULDUNG' },
    facts: { schutzstatus: 'DULDUNG' },
    openedBy: 'svc',
    byApplicant: false,
    age: 7,
    steps: [
      to('SG1', 'Es geht um einen Arbeitsplatz; das ist Sache von Sachgebiet 1.'),
      to('SG4', 'Die Person hat eine Duldung, keinen Titel. Bitte dort entscheiden.'),
      to('SG1', 'Die Frage ist die Arbeitserlaubnis, nicht die Duldung.'),
    ],
  };
};

/** Whoever looks at the list of cases sees when they came: numbers rise with the days. What is dated back must have come before. */
const inOrder = (plan: PlannedCase[]): PlannedCase[] =>
  plan
    .sort((a, b) => b.age - a.age)
    .map((each) => {
      const dated = each.age > 0 && !each.steps.some((step) => step.do === 'overdue');
      return dated ? { ...each, steps: [...each.steps, { do: 'date back' }] } : each;
    });

/** All cases of the demo office, the same ones at every first start but for the dates; Duldungen and others take turns. */
export const makePlan = (today: Temporal.PlainDate): PlannedCase[] => {
  const draw = createDraw(SEED);
  const names = new Set<string>();
  const duldungen = duldungCases(draw, names, today);
  const others = [
    ...otherCases(draw, names, today),
    reassigned(draw, names, today),
    handedOver(draw, names),
    passedOn(draw, names),
    ...hiddenCases(draw, names),
    ...permitCases(draw, names, today),
  ];
  // A step that has no common divisor with the length goes through all of them: neighbours in the table come apart.
  const mixed = others.map((_, index) => others[(index * 17) % others.length]).filter((each) => each !== undefined);
  const plan: PlannedCase[] = [];
  while (duldungen.length > 0 || mixed.length > 0) plan.push(...duldungen.splice(0, 1), ...mixed.splice(0, duldungen.length > 0 ? 2 : 3));
  return inOrder(plan);
};

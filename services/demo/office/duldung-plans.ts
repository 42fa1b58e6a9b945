import type { Step } from './plan.ts';

const CHECK = 'userTask_UnterlagenPruefen';
const GROUND = 'userTask_DuldungsgrundPruefen';
const CONDITIONS = 'userTask_AuflagenFestlegen';
const HAND_OUT = 'userTask_BescheinigungAushaendigen';
const SIGN = 'userTask_BescheidZeichnen';

const papers = (by: string, ...types: string[]): Step[] => types.map((type) => ({ do: 'paper', type, by }));
const all = (by = 'svc'): Step[] => papers(by, 'PASS', 'FOTO', 'MELDEBESTAETIGUNG');

const complete = (elementId: string, values: Record<string, unknown>, by: string): Step => ({ do: 'complete', elementId, values, by });
const checked = (by: string): Step => complete(CHECK, { vollstaendigkeit: 'VOLLSTAENDIG' }, by);
const ask = (by: string, days: number, ...fehlend: string[]): Step[] => [
  complete(CHECK, { vollstaendigkeit: 'NACHFORDERN', fehlend, wunschFrist: { days } }, by),
  { do: 'await wait' },
];
const ground = (by: string, duldungsgrund: string, more: Record<string, unknown> = {}): Step =>
  complete(GROUND, { duldungsgrund, ersterteilung: 'NEIN', passVorhanden: 'NEIN', ...more }, by);
const grant = (by: string, days: number, more: Record<string, unknown> = {}): Step =>
  complete(CONDITIONS, { entscheidung: 'ERTEILEN', gueltigBis: { days }, wohnsitzauflage: 'NEIN', erwerb: 'MIT_ERLAUBNIS', ...more }, by);
const handOut = (by: string, seriennummer: string): Step =>
  complete(HAND_OUT, { vordruck: 'D2a', seriennummer, ausgehaendigtAm: { days: 0 }, erklaert: true }, by);

const refuse = (by: string, begruendung: string): Step =>
  complete(
    CONDITIONS,
    {
      entscheidung: 'ABLEHNEN',
      spielraumAndererZweck: 'Ein anderer Zweck ist nicht vorgetragen und aus der Akte nicht ersichtlich.',
      spielraumHaerte: 'Die Umstände wurden mit der Person besprochen; eine besondere Härte ergibt sich daraus nicht.',
      spielraum25Abs5: 'Die Ausreise ist in absehbarer Zeit möglich, die Voraussetzungen liegen nicht vor.',
      spielraumNachweis: 'Die Nachweise lagen vollständig vor; Erleichterungen würden nichts ändern.',
      spielraumFrist: 'Eine längere Frist wurde bereits gewährt und genutzt.',
      begruendung,
    },
    by,
  );
const sign = (by: string): Step => complete(SIGN, { zeichnung: 'FREIGEBEN' }, by);
const giveBack = (by: string): Step =>
  complete(SIGN, { zeichnung: 'ZURUECKGEBEN', grund: 'Bitte noch ausführen, seit wann der Pass vorliegt und was daraus folgt.' }, by);

const noGround =
  'Der Pass liegt seit diesem Monat vor. Hindernisse, die einer Ausreise rechtlich oder tatsächlich entgegenstehen, wurden nicht vorgetragen und sind nach Prüfung der Akte nicht ersichtlich.';

/** What happens to the Duldung cases of the demo office, one line of steps each; between them they show every state there is. */
export const duldungPlans: readonly { openedBy?: string; age: number; steps: readonly Step[] }[] = [
  { age: 9, steps: [...all(), checked('sb-sg4'), ground('sb-sg4', 'PASSLOS'), grant('sb-sg4', 180), handOut('sb-sg4', 'D2A0004711')] },
  { age: 9, steps: papers('svc', 'PASS') },
  { age: 5, steps: [...papers('svc', 'PASS'), ...ask('sb-sg4', 21, 'FOTO', 'MELDEBESTAETIGUNG')] },
  {
    age: 8,
    steps: [
      ...all(),
      checked('sb-sg4'),
      ground('sb-sg4', 'RECHTLICH'),
      refuse('sb-sg4', noGround),
      { do: 'claim', elementId: SIGN, by: 'rsb-sg4' },
    ],
  },
  { age: 3, steps: [...all(), checked('sb-sg4'), { do: 'claim', elementId: GROUND, by: 'sb-sg4' }] },
  {
    age: 12,
    steps: [...all(), checked('sb-sg4-2'), ground('sb-sg4-2', 'FAMILIE'), grant('sb-sg4-2', 180), handOut('sb-sg4-2', 'D2A0004712')],
  },
  { age: 13, steps: [...all(), checked('sb-sg4-2'), ground('sb-sg4-2', 'FAMILIE'), { do: 'overdue', days: 3 }] },
  {
    age: 6,
    steps: [...papers('svc', 'FOTO'), ...ask('sb-sg4-2', 8, 'PASSBEMUEHUNG', 'MELDEBESTAETIGUNG'), ...papers('svc', 'MELDEBESTAETIGUNG')],
  },
  {
    openedBy: 'antragsteller',
    age: 9,
    steps: [...papers('antragsteller', 'FOTO'), ...ask('sb-sg4', 14, 'PASSBEMUEHUNG', 'MELDEBESTAETIGUNG')],
  },
  { age: 10, steps: [...all(), checked('sb-sg4'), ground('sb-sg4', 'RECHTLICH'), refuse('sb-sg4', noGround), sign('rsb-sg4')] },
  {
    age: 4,
    steps: [
      ...all(),
      checked('sb-sg4'),
      ground('sb-sg4', 'AUSBILDUNG_60C', { ausbildungEnde: { days: 700 }, passVorhanden: 'JA' }),
      grant('sb-sg4', 700, { erwerb: 'ERLAUBT' }),
    ],
  },
  {
    openedBy: 'antragsteller-2',
    age: 11,
    steps: [
      ...all('antragsteller-2'),
      checked('sb-sg4-2'),
      ground('sb-sg4-2', 'PASSLOS'),
      grant('sb-sg4-2', 90),
      handOut('sb-sg4-2', 'D2A0004713'),
    ],
  },
  { age: 1, steps: [] },
  {
    age: 9,
    steps: [
      ...papers('svc', 'PASS'),
      ...ask('sb-sg4', 30, 'FOTO'),
      ...papers('svc', 'FOTO'),
      checked('sb-sg4'),
      ground('sb-sg4', 'KRANKHEIT', { attestVom: { days: -20 }, attestQualifiziert: 'JA' }),
      grant('sb-sg4', 120),
      handOut('sb-sg4', 'D2A0004714'),
    ],
  },
  { age: 6, steps: [...all(), checked('sb-sg4-2'), ground('sb-sg4-2', 'RECHTLICH'), refuse('sb-sg4-2', noGround), giveBack('rsb-sg4')] },
  { age: 0, steps: papers('svc', 'PASSBEMUEHUNG', 'FOTO', 'MELDEBESTAETIGUNG') },
  { age: 5, steps: [...all(), { do: 'claim', elementId: CHECK, by: 'sb-sg4-2' }] },
  { age: 3, steps: [...papers('svc', 'PASS'), { do: 'withdraw', by: 'svc' }] },
];

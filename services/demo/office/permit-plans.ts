import type { Step } from './plan.ts';

const CHECK = 'userTask_UnterlagenPruefen';
const EXAMINE = 'userTask_AntragPruefen';
const DECIDE = 'userTask_Entscheiden';
const HEAR = 'userTask_AnhoerungVerfassen';
const WEIGH = 'userTask_StellungnahmeWuerdigen';
const REFUSE = 'userTask_VersagungEntscheiden';
const SIGN = 'userTask_BescheidZeichnen';
const BIOMETRICS = 'userTask_BiometrieErfassen';
const CARD = 'userTask_KarteAushaendigen';

const papers = (...types: string[]): Step[] => types.map((type) => ({ do: 'paper', type, by: 'svc' }));
const complete = (elementId: string, values: Record<string, unknown>, by: string): Step => ({ do: 'complete', elementId, values, by });
const answer = (wait: string, answered: string): Step => ({ do: 'answer', wait, answer: answered });

/** Papers there and checked: both authorities are asked. */
const checked = (by: string): Step[] => [
  ...papers('PASS', 'FOTO', 'ARBEITSVERTRAG'),
  complete(CHECK, { vollstaendigkeit: 'VOLLSTAENDIG' }, by),
];
/** Nothing stands against it, from either of them. */
const answered = (by: string, agency = 'ZUSTIMMUNG'): Step[] => [...checked(by), answer('ba', agency), answer('beteiligung', 'KEINE')];

type Job = { arbeitgeberName: string; arbeitgeberAnschrift: string; taetigkeit: string; abschluss: string; bruttoJahr: number };
const jobs = {
  machines: {
    arbeitgeberName: 'Hartmann Fördertechnik GmbH',
    arbeitgeberAnschrift: 'Werkstraße 5, 76133 Musterstadt',
    taetigkeit: 'Konstruktion von Förderanlagen',
    abschluss: 'Bachelor Maschinenbau',
    bruttoJahr: 49_800,
  },
  care: {
    arbeitgeberName: 'Pflegezentrum am Stadtgarten',
    arbeitgeberAnschrift: 'Gartenallee 12, 76135 Musterstadt',
    taetigkeit: 'Pflegefachkraft',
    abschluss: 'Ausbildung in der Pflege',
    bruttoJahr: 41_200,
  },
  kitchen: {
    arbeitgeberName: 'Gasthaus zur Alten Post',
    arbeitgeberAnschrift: 'Marktplatz 2, 76131 Musterstadt',
    taetigkeit: 'Köchin oder Koch',
    abschluss: 'Ausbildung in der Küche',
    bruttoJahr: 33_600,
  },
  software: {
    arbeitgeberName: 'Lindenhof Software AG',
    arbeitgeberAnschrift: 'Lindenhof 7, 76137 Musterstadt',
    taetigkeit: 'Entwicklung von Software',
    abschluss: 'Master Informatik',
    bruttoJahr: 47_500,
  },
} satisfies Record<string, Job>;

const contract = (job: Job): Record<string, unknown> => ({
  ...job,
  arbeitsplatzangebot: 'JA',
  wochenstunden: 39,
  beginn: { days: 30 },
  qualifikationArt: job.abschluss.startsWith('Ausbildung') ? 'AUSBILDUNG' : 'HOCHSCHULE',
  anerkennungStatus: 'VOLL',
  reglementiert: job === jobs.care ? 'JA' : 'NEIN',
});
const examine = (by: string, job: Job, vorgangsart = 'ERTEILUNG'): Step =>
  complete(EXAMINE, { vorgangsart, pruefErgebnis: 'ERTEILUNG', ...contract(job) }, by);
const ask = (by: string): Step =>
  complete(
    EXAMINE,
    {
      vorgangsart: 'ERTEILUNG',
      pruefErgebnis: 'FRAGE',
      frage: 'Trägt § 19c, wenn der Abschluss nur zum Teil anerkannt ist und der Betrieb den Rest im ersten Jahr ausbildet?',
      sachverhaltKurz:
        'Die Stelle ist angeboten, der Abschluss zum Teil anerkannt. Der Betrieb hat einen Plan für die fehlenden Teile vorgelegt.',
      frageNorm: '19c',
      eigenerVorschlag: 'Ich würde befristet auf ein Jahr erteilen und die Anerkennung danach prüfen.',
    },
    by,
  );
const grant = (by: string): Step[] => [
  complete(DECIDE, { entscheidung: 'ERTEILEN', gueltigBis: { days: 1000 } }, by),
  { do: 'release', by: 'rsb-sg1' },
];
const pay: Step = { do: 'pay', by: 'svc' };
const biometrics: Step = complete(
  BIOMETRICS,
  { fotoCode: 'FOTO-7F31-22', fingerabdruecke: 'ZWEI', unterschrift: 'JA', qualitaetGeprueft: true },
  'svc',
);
const handOut: Step = complete(
  CARD,
  {
    karteZustand: 'AUSGEHAENDIGT',
    abholung: 'PERSON',
    karteAusgehaendigtAm: { days: 0 },
    altkarteEingezogen: 'KEINE',
    karteErklaert: true,
  },
  'svc',
);
/** From the papers to the decision that is sent. */
const granted = (by: string, job: Job, vorgangsart?: string): Step[] => [...answered(by), examine(by, job, vorgangsart), ...grant(by)];

/** The agency has refused, and the other ways have been looked at. */
const propose = (by: string): Step[] => [
  ...answered(by, 'ABLEHNUNG'),
  complete(
    EXAMINE,
    {
      vorgangsart: 'ERTEILUNG',
      pruefErgebnis: 'VERSAGUNG',
      ...contract(jobs.kitchen),
      spielraeume: ['ANDERER_ZWECK', 'FRIST'],
      spielraumAndererZweck: 'Mit der Person besprochen: Eine Ausbildung oder ein Studium kommt für sie zurzeit nicht in Betracht.',
      spielraumFrist: 'Der Betrieb hatte vier Wochen, um die Bedingungen anzugleichen, und hat davon abgesehen.',
      spielraumUebrige: 'Für Härtefall, Kinder und Gesundheit ist nichts vorgetragen und aus der Akte nichts ersichtlich.',
      versagungVorschlag:
        'Die Bundesagentur hat nicht zugestimmt, weil der Lohn unter dem ortsüblichen liegt. Eine andere Grundlage trägt nicht.',
    },
    by,
  ),
];
const hear = (by: string): Step[] => [
  complete(
    HEAR,
    {
      anhoerungGruende:
        'Wir haben vor, Ihren Antrag abzulehnen. Die Bundesagentur für Arbeit hat der Beschäftigung nicht zugestimmt, weil der Lohn niedriger ist als für vergleichbare Stellen am Ort.',
      dringend: 'NEIN',
    },
    by,
  ),
  { do: 'await wait', kind: 'anhoerung' },
];
const statement: Step[] = papers('STELLUNGNAHME');
const weigh = (by: string): Step =>
  complete(
    WEIGH,
    {
      abwaegung:
        'Die Person schreibt, der Lohn werde nach der Probezeit steigen. Das ist nicht vereinbart und ändert an der Ablehnung nichts.',
    },
    by,
  );
const refuse = (by: string): Step =>
  complete(
    REFUSE,
    {
      ergebnisVersagung: 'VERSAGEN',
      sachverhalt:
        'Sie haben eine Aufenthaltserlaubnis für eine Stelle in einer Küche beantragt. Der Lohn liegt unter dem, was am Ort üblich ist.',
      gruende:
        'Für die Stelle ist die Zustimmung der Bundesagentur für Arbeit nötig. Sie hat nicht zugestimmt. Ohne sie darf die Erlaubnis nicht erteilt werden.',
      ermessenText: 'Ein Ermessen besteht nicht, weil eine Voraussetzung fehlt.',
      spielraumPruefung: 'Die Wege der Sachbearbeitung sind nachgeprüft. Auch ein anderer Betrieb war der Person nicht in Aussicht.',
      schutzGeprueft: true,
      ausreisefristTage: 30,
      zielstaat: 'Staat der Herkunft nach Akte',
      zustellung: 'POST',
    },
    by,
  );
const giveBack = (by: string): Step =>
  complete(SIGN, { zeichnung: 'ZURUECKGEBEN', grund: 'Bitte ausführen, welchen Lohn die Bundesagentur für vergleichbar hält.' }, by);

const clerk = 'sb-sg1';
const other = 'sb-sg1-2';

/** What happens to the work permits of the demo office; between them they show every place where such a case can stand. */
export const permitPlans: readonly { age: number; anliegen?: string; norm?: string; steps: readonly Step[] }[] = [
  { age: 38, steps: [...granted(clerk, jobs.machines), pay, biometrics, answer('eat', 'PRODUZIERT'), handOut] },
  {
    age: 36,
    anliegen: 'ARBEITGEBERWECHSEL',
    steps: [...granted(other, jobs.software, 'ARBEITGEBERWECHSEL'), biometrics, answer('eat', 'PRODUZIERT'), handOut],
  },
  {
    age: 33,
    norm: '18a',
    steps: [
      ...propose(other),
      ...hear(other),
      ...statement,
      weigh('rsb-sg1-2'),
      refuse('rsb-sg1-2'),
      complete(SIGN, { zeichnung: 'FREIGEBEN' }, 'rsb-sg1'),
      { do: 'object', by: 'svc-2' },
    ],
  },
  {
    age: 31,
    steps: [...granted(other, jobs.software), pay, biometrics, answer('eat', 'PRODUZIERT'), { do: 'await task', elementId: CARD }],
  },
  { age: 26, norm: '18a', steps: [...granted(clerk, jobs.care, 'VERLAENGERUNG'), pay, biometrics] },
  { age: 24, norm: '18a', steps: [...propose(clerk), ...hear(clerk), ...statement, weigh('rsb-sg1-2'), refuse('rsb-sg1-2')] },
  {
    age: 22,
    norm: '18a',
    steps: [...propose(other), ...hear(other), ...statement, weigh('rsb-sg1'), refuse('rsb-sg1'), giveBack('rsb-sg1-2')],
  },
  { age: 20, steps: [...granted(clerk, jobs.machines), pay] },
  { age: 18, norm: '18a', steps: [...propose(clerk), ...hear(clerk), ...statement, { do: 'await task', elementId: WEIGH }] },
  { age: 16, steps: granted(other, jobs.software) },
  { age: 15, norm: '18a', steps: [...propose(other), ...hear(other)] },
  { age: 13, norm: '19c', steps: [...answered(clerk), ask(clerk)] },
  { age: 10, steps: [...answered(clerk), { do: 'claim', elementId: EXAMINE, by: clerk }] },
  { age: 9, norm: '18a', steps: [...checked(other), answer('ba', 'RUECKFRAGE')] },
  { age: 8, steps: [...checked(clerk), answer('ba', 'ZUSTIMMUNG')] },
  { age: 6, norm: '18a', steps: [...checked(other), { do: 'await wait', kind: 'ba' }] },
  {
    age: 5,
    steps: [
      ...papers('PASS'),
      complete(CHECK, { vollstaendigkeit: 'NACHFORDERN', fehlend: ['ARBEITSVERTRAG', 'FOTO'], wunschFrist: { days: 21 } }, clerk),
      { do: 'await wait' },
    ],
  },
];

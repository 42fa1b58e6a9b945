import { setTimeout as pause } from 'node:timers/promises';
import { as, caseWhen, type Opened, openCase, readCase, upload } from './office.ts';

/** What the office enters on the way of a work permit (P01), and how tests let other authorities answer. */
export const CHECK = 'userTask_UnterlagenPruefen';
export const EXAMINE = 'userTask_AntragPruefen';
export const DECIDE = 'userTask_Entscheiden';
export const SIGN = 'userTask_BescheidZeichnen';
export const HEAR = 'userTask_AnhoerungVerfassen';
export const WEIGH = 'userTask_StellungnahmeWuerdigen';
export const REFUSE = 'userTask_VersagungEntscheiden';
export const ANSWER = 'userTask_FrageBeantworten';
export const ANSWER_SECOND = 'userTask_ZweiteStufeEntscheiden';
export const REPLY = 'userTask_RueckfrageBeantworten';
export const BIOMETRICS = 'userTask_BiometrieErfassen';
export const CARD = 'userTask_KarteAushaendigen';
export const CHASE = 'userTask_BehoerdeNachfassen';
export const SETTLE = 'userTask_ZahlungKlaeren';
export const SORT = 'userTask_VorgangSortieren';

type Facts = Record<string, unknown>;
type Task = { elementId: string; status: string; taskId: string; completedBy: string | null };
export type Wait = { warteId: string; kind: string; until: string };
export type Found = {
  status: string;
  outcome: string | null;
  tasks: Task[];
  waits: Wait[];
  letters: { type: string; letterId: string }[];
  history: { text: string }[];
  facts: Facts;
  fee: { amount: number; outstanding: number } | null;
};

export const closed = (found: Found): boolean => found.status === 'abgeschlossen';
export const count = <T>(all: readonly T[], one: T): number => all.filter((each) => each === one).length;
export const openElements = (found: Found): string[] => found.tasks.filter((task) => task.status === 'offen').map((task) => task.elementId);
export const kindsOf = (found: Found): string[] => found.waits.map((wait) => wait.kind).sort();
export const dayOf = (moment: string): string => Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString();

const job = {
  arbeitsplatzangebot: 'JA',
  arbeitgeberName: 'Probe Maschinenbau GmbH',
  arbeitgeberAnschrift: 'Werkstraße 5, 76133 Musterstadt',
  taetigkeit: 'Konstrukteur',
  bruttoJahr: 52_000,
  wochenstunden: 40,
  beginn: '2026-02-01',
  qualifikationArt: 'HOCHSCHULE',
  abschluss: 'Diplom Maschinenbau',
  anerkennungStatus: 'VOLL',
  reglementiert: 'NEIN',
};
const ways = {
  spielraeume: ['ANDERER_ZWECK'],
  spielraumAndererZweck: 'geprüft: kein anderer Zweck trägt',
  spielraumUebrige: 'geprüft: keiner trägt',
};
const proposal = 'Die Zustimmung der Bundesagentur für Arbeit fehlt, eine andere Grundlage trägt nicht.';
const asked = {
  frage: 'Trägt hier auch eine andere Grundlage, wenn die Anerkennung nur zum Teil vorliegt?',
  sachverhaltKurz: 'Die Anerkennung liegt nur zum Teil vor, der Vertrag beginnt im Februar.',
  frageNorm: '18b',
  eigenerVorschlag: 'Ich würde die Erlaubnis auf § 19c stützen.',
};

export const papersComplete = { vollstaendigkeit: 'VOLLSTAENDIG' };
export const examined = (vorgangsart = 'ERTEILUNG', change: Facts = {}): Facts => ({
  vorgangsart,
  pruefErgebnis: 'ERTEILUNG',
  ...job,
  ...change,
});
export const refusalProposed = { vorgangsart: 'ERTEILUNG', pruefErgebnis: 'VERSAGUNG', ...job, ...ways, versagungVorschlag: proposal };
export const askedWhileExamining = { vorgangsart: 'ERTEILUNG', pruefErgebnis: 'FRAGE', ...asked };
export const granted = (gueltigBis: string, change: Facts = {}): Facts => ({ entscheidung: 'ERTEILEN', gueltigBis, ...change });
export const refusalChosen = { entscheidung: 'VERSAGEN', ...ways, versagungVorschlag: proposal };
export const askedWhileDeciding = { entscheidung: 'FRAGE', ...asked };
export const votum = (code: string): Facts => ({
  votum: code,
  votumBegruendung: 'Die Grundlage trägt auch bei einer Anerkennung in Teilen.',
});
export const hearing = (change: Facts = {}): Facts => ({
  anhoerungGruende: 'Wir wollen Ihren Antrag ablehnen, weil die Bundesagentur für Arbeit der Beschäftigung nicht zugestimmt hat.',
  dringend: 'NEIN',
  ...change,
});
export const weighed = { abwaegung: 'Die Stellungnahme ist gewürdigt; sie ändert nichts daran, dass die Zustimmung fehlt.' };
export const refused = (change: Facts = {}): Facts => ({
  ergebnisVersagung: 'VERSAGEN',
  sachverhalt: 'Sie haben eine Aufenthaltserlaubnis zur Beschäftigung beantragt.',
  gruende: 'Die nötige Zustimmung der Bundesagentur für Arbeit liegt nicht vor.',
  ermessenText: 'Ein Ermessen besteht hier nicht.',
  spielraumPruefung: 'Andere Wege sind geprüft, keiner trägt.',
  schutzGeprueft: true,
  ausreisefristTage: 30,
  zielstaat: 'Musterland',
  zustellung: 'POST',
  ...change,
});
export const grantAfterAll = { ergebnisVersagung: 'DOCH_ERTEILEN', dochErteilenGrund: 'Die Zustimmung ist inzwischen da.' };
export const released = { zeichnung: 'FREIGEBEN' };
export const returned = { zeichnung: 'ZURUECKGEBEN', grund: 'Bitte die Gründe genauer fassen.' };
export const biometrics = { fotoCode: 'FOTO-1234', fingerabdruecke: 'ZWEI', unterschrift: 'JA', qualitaetGeprueft: true };
export const handedOver = (day: string): Facts => ({
  karteZustand: 'AUSGEHAENDIGT',
  abholung: 'PERSON',
  karteAusgehaendigtAm: day,
  altkarteEingezogen: 'KEINE',
  karteErklaert: true,
});
export const faulty = { karteZustand: 'FEHLERHAFT', karteFehler: 'Der Name ist falsch geschrieben.' };

/** An application that needs the employment agency's consent (§ 18b AufenthG, § 39). */
export const aPermit = ({ facts = {}, ...rest }: Parameters<typeof openCase>[1] = {}): Promise<Opened> =>
  openCase('BESCHAEFTIGUNG', { ...rest, facts: { beantragteNorm: '18b', ...facts } });

/** A Blue Card with a salary above the limit: nobody has to agree (§ 18g (1) sentence 1). */
export const withoutAgency = { beantragteNorm: '18g(1)S1', bruttoJahr: 90_000 };

/** The open task of an element, seen by a clerk of the section: counters see a case's state, not its tasks. */
export const taskOf = async (caseId: string, elementId: string, seenBy = 'sb-sg1'): Promise<string> => {
  const open = (task: Task): boolean => task.elementId === elementId && task.status === 'offen';
  const found = await caseWhen(caseId, `task ${elementId}`, (body: Found) => body.tasks?.some(open) === true, seenBy);
  return found.tasks.find(open).taskId;
};

export const finish = async (caseId: string, elementId: string, variables: Facts, by = 'sb-sg1', seenBy = 'sb-sg1'): Promise<string> => {
  const taskId = await taskOf(caseId, elementId, seenBy);
  for (const [step, body] of [['claim'], ['complete', { variables }]] as const) {
    const done = await as(by).post(`/api/tasks/${taskId}/${step}`, body);
    if (done.status > 202) throw new Error(`${by} could not ${step} ${elementId}: ${done.status} ${JSON.stringify(done.body)}`);
  }
  return taskId;
};

export const waitOf = async (caseId: string, kind: string, seenBy = 'sb-sg1', not = ''): Promise<Wait> => {
  const wanted = (wait: Wait): boolean => wait.kind === kind && wait.warteId !== not;
  const found = await caseWhen(caseId, `wait ${kind}`, (body: Found) => body.waits?.some(wanted) === true, seenBy);
  return found.waits.find(wanted);
};

/** The simulated authority answers this wait now, once it has been asked. What the office makes of it is for the test to wait for. */
export const letAnswer = async (warteId: string, answer: string): Promise<void> => {
  const say = () => as('sb-sg1').post(`/api/demo/authorities/${warteId}`, { answer, wait: false });
  let done = await say();
  for (let tries = 0; done.status === 404 && tries < 50; tries += 1) {
    await pause(200);
    done = await say();
  }
  if (done.status !== 200) throw new Error(`no answer ${answer}: ${done.status} ${JSON.stringify(done.body)}`);
};

export const answerWait = async (caseId: string, kind: string, answer: string, seenBy = 'sb-sg1'): Promise<Wait> => {
  const wait = await waitOf(caseId, kind, seenBy);
  await letAnswer(wait.warteId, answer);
  return wait;
};

export const setAuthorities = async (modes: Record<string, string>): Promise<void> => {
  const { status, body } = await as('svc').put('/api/demo/authorities', modes);
  if (status !== 200) throw new Error(`not set: ${status} ${JSON.stringify(body)}`);
};

/** Pays all that is owed. */
export const pay = async (caseId: string): Promise<void> => {
  const amount = (await readCase(caseId, 'sb-sg1')).fee?.outstanding;
  const { status, body } = await as('svc').post(`/api/cases/${caseId}/payments`, { amount, method: 'KASSE' });
  if (status !== 201) throw new Error(`not paid: ${status} ${JSON.stringify(body)}`);
};

/** Papers complete, both authorities asked and answered: the clerk examines next. */
export const upToExamination = async (change: Parameters<typeof openCase>[1] = {}): Promise<Opened> => {
  const opened = await aPermit({ ...change, facts: { ...withoutAgency, ...change.facts } });
  await finish(opened.caseId, CHECK, papersComplete);
  await answerWait(opened.caseId, 'beteiligung', 'KEINE');
  await taskOf(opened.caseId, EXAMINE);
  return opened;
};

export const upToDecision = async (change: Parameters<typeof openCase>[1] = {}): Promise<Opened> => {
  const opened = await upToExamination(change);
  await finish(opened.caseId, EXAMINE, examined());
  await taskOf(opened.caseId, DECIDE);
  return opened;
};

/** The permit is given and sent; the fee is asked for next. */
export const upToFee = async (gueltigBis: string, vorgangsart = 'ERTEILUNG', facts: Facts = {}, decided: Facts = {}): Promise<Opened> => {
  const opened = await upToExamination({ facts });
  await finish(opened.caseId, EXAMINE, examined(vorgangsart));
  await finish(opened.caseId, DECIDE, granted(gueltigBis, decided));
  await sendGrant(opened.caseId);
  return opened;
};

/** One grant in thirty is drawn for a second check: then it is released. */
export const sendGrant = async (caseId: string): Promise<void> => {
  const sent = (found: Found): boolean => found.letters.some((letter) => letter.type === 'bescheid-ert');
  const found: Found = await caseWhen(caseId, 'sent or drawn', (body: Found) => sent(body) || openElements(body).includes(SIGN), 'sb-sg1');
  if (!sent(found)) await finish(caseId, SIGN, released, 'rsb-sg1');
};

/** The letter that asks for it is out: who pays before gets none. */
export const feeAsked = (caseId: string) =>
  whenSeen(caseId, 'the fee is asked for', (found) => found.letters.some((letter) => letter.type === 'gebuehr'));

/** From the fee to the card in the person's hand. */
export const fromFeeToCard = async (caseId: string, day: string): Promise<void> => {
  await feeAsked(caseId);
  await pay(caseId);
  await handOut(caseId, day);
};

export const handOut = async (caseId: string, day: string): Promise<void> => {
  await finish(caseId, BIOMETRICS, biometrics, 'svc');
  await answerWait(caseId, 'eat', 'PRODUZIERT');
  await finish(caseId, CARD, handedOver(day), 'svc');
};

/** A refusal is proposed, the person was heard and has answered; the legal specialist decides next. */
export const ofRefusal = async (change: Parameters<typeof openCase>[1] = {}): Promise<Opened> => {
  const opened = await upToExamination(change);
  await finish(opened.caseId, EXAMINE, refusalProposed);
  await finish(opened.caseId, HEAR, hearing());
  await heard(opened.caseId);
  return opened;
};

/** The person's statement comes in and is weighed. */
export const heard = async (caseId: string): Promise<void> => {
  await whenSeen(caseId, 'the letter', (found) => found.letters.some((letter) => letter.type === 'anhoerung'));
  await upload(caseId, 'STELLUNGNAHME', 'svc');
  await finish(caseId, WEIGH, weighed, 'rsb-sg1');
};

export const caseSeen = (caseId: string, by = 'sb-sg1'): Promise<Found> => readCase(caseId, by);
export const whenSeen = (caseId: string, what: string, condition: (found: Found) => boolean, by = 'sb-sg1', limitMs?: number) =>
  caseWhen(caseId, what, condition, by, limitMs);

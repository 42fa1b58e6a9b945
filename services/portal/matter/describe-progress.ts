import { type Purpose, rowHas, rowsOf } from '../../office/index.ts';
import { dayString, formatDate, formatDay } from '../format-date.ts';
import { formatMoney } from '../format-money.ts';
import type { Language, Texts } from '../language.ts';

/** What progress is told from. Only what concerns the person: no names of the office, no reasons, no incidents. */
export type MatterFacts = {
  anliegen: string;
  status: string;
  outcome: string | null;
  receivedAt: Date;
  deadline: Date | null;
  routed: boolean;
  /** Last day of the paper that was issued, `JJJJ-MM-TT`. */
  validUntil: string | null;
  waits: readonly { kind: string; until: Date }[];
  tasks: readonly { purpose: Purpose | null; status: string }[];
  papers: number;
  /** Euros of the fee that are not paid. */
  owed: number;
  today: string;
};

export type StepState = 'done' | 'now' | 'later';
export type StepName = keyof Texts['matter']['step'];
export type Progress = { here: string[]; waiting: string; next: string; steps: { name: StepName; state: StepState }[]; closed: boolean };

const DECIDE: readonly Purpose[] = ['entscheidung', 'zeichnen'];

const isClosed = ({ status }: MatterFacts): boolean => status === 'abgeschlossen' || status === 'zurueckgenommen';
const isAt = (facts: MatterFacts, ...anyOf: Purpose[]): boolean =>
  facts.tasks.some(({ purpose, status }) => purpose !== null && anyOf.includes(purpose) && status !== 'entfallen');
const isOpen = (facts: MatterFacts, purpose: Purpose): boolean =>
  facts.tasks.some((task) => task.purpose === purpose && task.status === 'offen');

/** Whether the person is told the steps one by one. */
const isTold = ({ anliegen }: MatterFacts): boolean => rowHas('anliegen', anliegen, 'schritteImPortal');

const inSteps: readonly StepName[] = ['received', 'papers', 'decide', 'collect', 'finished'];
const ofOthers: readonly StepName[] = ['received', 'work', 'finished'];

const numberOfStep = (facts: MatterFacts): number => {
  if (!isTold(facts)) return facts.routed ? 1 : 0;
  if (isAt(facts, 'aushaendigen')) return 3;
  if (isAt(facts, ...DECIDE)) return 2;
  return facts.routed ? 1 : 0;
};

const stepsOf = (facts: MatterFacts): Progress['steps'] => {
  if (facts.status === 'zurueckgenommen')
    return [
      { name: 'received', state: 'done' },
      { name: 'withdrawn', state: 'done' },
    ];
  if (isClosed(facts)) {
    const names: readonly StepName[] = !isTold(facts)
      ? ofOthers
      : facts.outcome === 'ERTEILT'
        ? inSteps
        : ['received', 'papers', 'decided'];
    return names.map((name) => ({ name, state: 'done' }));
  }
  const names = isTold(facts) ? inSteps : ofOthers;
  const now = numberOfStep(facts);
  return names.map((name, index) => ({
    name,
    state: index < now || (index === 0 && now === 0) ? 'done' : index === Math.max(1, now) ? 'now' : 'later',
  }));
};

type Lines = { waiting: string; next: string };

/** The wait that matters most to the person: the list has those first in which they have something to do themselves. */
const weightiest = ({ waits }: MatterFacts) => {
  const row = rowsOf('fristen').find(({ code, vermerk }) => !vermerk && waits.some(({ kind }) => kind === code));
  const wait = waits.find(({ kind }) => kind === row?.code);
  return row && wait ? { row, wait } : undefined;
};

/** Whom we wait for and what comes then. Of a security query they hear what everybody hears whose application is being looked at. */
const linesOfWait = (facts: MatterFacts, { matter: { lines } }: Texts, language: Language): Lines | undefined => {
  const found = weightiest(facts);
  if (!found) return undefined;
  const { portal } = found.row;
  if (!portal) return { waiting: lines.nothing, next: lines.stillChecking };
  const values: Record<string, string> = {
    tag: formatDate(found.wait.until, language),
    wochentag: formatDay(found.wait.until, language),
    betrag: formatMoney(facts.owed, language),
  };
  return { waiting: portal.auf[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''), next: portal.danach[language] };
};

/** Who has to come is told that before anything else. */
const linesOfVisit = (facts: MatterFacts, { matter: { lines } }: Texts): Lines | undefined => {
  if (isOpen(facts, 'aushaendigen')) return { waiting: lines.forCollect, next: lines.collect };
  if (isOpen(facts, 'biometrie')) return { waiting: lines.forPrints, next: lines.afterPrints };
  return isOpen(facts, 'karte') ? { waiting: lines.forCardPickup, next: lines.afterCardPickup } : undefined;
};

const nextOf = (facts: MatterFacts, t: Texts, language: Language): string => {
  const { lines } = t.matter;
  if (!facts.routed || !facts.deadline) return lines.assign;
  if (dayString(facts.deadline) < facts.today) return lines.late;
  const day = formatDate(facts.deadline, language);
  if (!isTold(facts)) return lines.work(day);
  return !isAt(facts, 'aushaendigen', ...DECIDE) ? lines.checkPapers(day) : lines.decide(day);
};

const closedLines = (facts: MatterFacts, t: Texts, language: Language): { state: string; next: string } => {
  const { lines } = t.matter;
  if (facts.status === 'zurueckgenommen') return { state: lines.withdrawn, next: lines.again };
  if (facts.outcome === 'ABGELEHNT') return { state: lines.refused, next: lines.ended };
  const renewal = facts.waits.find((wait) => rowHas('fristen', wait.kind, 'papierLaeuftAb'));
  const next =
    renewal && facts.validUntil ? lines.renewal(formatDate(renewal.until, language), formatDate(facts.validUntil, language)) : lines.ended;
  return { state: facts.outcome === 'ERTEILT' ? lines.granted : lines.closed, next };
};

/** "Wo steht mein Antrag?" in three plain lines: what is here, what is waited for, what comes next and until about when. */
export const describeProgress = (facts: MatterFacts, t: Texts, language: Language): Progress => {
  const { lines } = t.matter;
  const received = lines.received(formatDate(facts.receivedAt, language));
  const here = facts.papers > 0 ? [received, lines.papersHere(facts.papers)] : [received];
  if (isClosed(facts)) {
    const { state, next } = closedLines(facts, t, language);
    return { here: [received, state], waiting: lines.closedWaiting, next, steps: stepsOf(facts), closed: true };
  }
  const told = linesOfVisit(facts, t) ?? linesOfWait(facts, t, language) ?? { waiting: lines.nothing, next: nextOf(facts, t, language) };
  return { here, ...told, steps: stepsOf(facts), closed: false };
};

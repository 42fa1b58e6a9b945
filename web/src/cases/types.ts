import type { Purpose } from '../../../services/office/purposes.ts';
/** What the services answer about cases; shapes of services/cases and services/casefile. */
export type ListedCase = {
  caseId: string;
  aktenzeichen: string;
  /** Null where the person has not been identified; their name is then its initials. */
  anliegen: string | null;
  status: string;
  outcome: string | null;
  section: string | null;
  team: string | null;
  process: string | null;
  release: number | null;
  priority: number | null;
  deadline: string | null;
  receivedAt: string;
  createdAt: string;
  closedAt: string | null;
  person: string | null;
  /** JJJJ-MM-TT, 00 where a part is not known. */
  birthDate: string | null;
};

export type CasePage = { items: ListedCase[]; next: string | null; many: boolean };

/** `since` and `authority` are missing where only the fact of waiting may be told. */
export type Wait = { warteId: string; kind: string; until: string; since?: string; version?: number; authority?: string | null };
export type Reminder = { date: string; note: string; by: string };

/** Amounts are euros. */
export type Fee = {
  amount: number;
  paid: number;
  outstanding: number;
  items: { service: string; amount: number; norm: string; setAt: string }[];
  payments: { amount: number; method: string; paidAt: string }[];
};

export type Representation = { name: string; address: string; kind: string; since: string };

export type LegalValue = {
  key: string;
  label: string;
  words: string;
  norm: string | null;
  /** The day the value holds for. */
  on: string;
  elementId: string;
};

export type CaseTask = {
  taskId: string;
  name: string;
  elementId: string;
  purpose: Purpose | null;
  status: string;
  assignee: string | null;
  completedBy: string | null;
  completedAt: string | null;
};

export type Fact = { key: string; label: string | null; kind: 'date' | 'yes-no' | 'number' | 'text' | 'list'; value: unknown };
export type HistoryLine = { at: string; text: string; elementId: string | null; by: string; kind: string };
export type CaseDocument = { documentId: string; type: string; fileName: string; size: number; at: string; isNew: boolean };
/** Days are JJJJ-MM-TT, null while they are not known; `zustellung` is null for letters that decide nothing. */
export type CaseLetter = {
  letterId: string;
  type: string;
  at: string;
  channel: string;
  subject: string;
  zustellung: 'POST' | 'PZU' | 'PORTAL' | 'AUSHAENDIGUNG' | null;
  zugestelltAm: string | null;
  bekanntgabeAm: string | null;
  rechtsbehelf: 'WIDERSPRUCH' | 'KLAGE' | null;
  rechtsbehelfBis: string | null;
  bestandskraftAb: string | null;
  version: number;
  recipient: string | null;
};

export type Routing = {
  section: string;
  team: string;
  role: string;
  process: string;
  rule: string;
  inputs: Record<string, unknown>;
  losers: { rule: string; because: string }[];
  /** How far it is known why the rows before did not match. */
  explanation: 'laeuft' | 'fertig' | 'nicht-moeglich';
  reason: string;
};

/** Everything, for who works on it. */
type OpenCase = Omit<ListedCase, 'person' | 'birthDate' | 'anliegen'> & { anliegen: string };

export type FullCase = OpenCase & {
  role: string | null;
  clerk: string | null;
  /** Null where no model exists: the case is sorted by hand. */
  processName: string | null;
  personId: string;
  applicant: Record<string, unknown> | null;
  /** The passport has no second name. */
  nurEinName: boolean;
  factSheet: Fact[];
  fiktion: { wirkung: string; norm: string } | null;
  routing: Routing | null;
  renewalOf: string | null;
  people: Record<string, string | null>;
  waits: Wait[];
  tasks: CaseTask[];
  history: HistoryLine[];
  documents: CaseDocument[];
  letters: CaseLetter[];
  fee: Fee | null;
  may: { takePayment: boolean };
  representation: Representation | null;
  reminders: Reminder[];
  legalValues: LegalValue[];
};

/** Where it stands, for who gives information only. */
export type CaseStatusOnly = OpenCase & {
  waits: Wait[];
  fee: Fee | null;
  may: { takePayment: boolean };
  /** For the counter, which corrects how somebody is reached and compares files. */
  personId?: string;
};

export type AnyCase = FullCase | CaseStatusOnly;
export const isFull = (found: AnyCase): found is FullCase => 'history' in found;

export type StepState = 'active' | 'completed' | 'terminated' | 'incident';

export type StepOfCase = {
  elementId: string;
  name: string;
  type: string;
  event: string | null;
  state: StepState;
  count: number;
  activatedAt: string | null;
  endedAt: string | null;
  by?: string;
};

export type Instance = {
  instanceKey: string;
  parentKey: string | null;
  calledBy: string | null;
  processId: string;
  version: number | null;
  name: string;
  state: StepState;
  startedAt: string;
  endedAt: string | null;
  elements: StepOfCase[];
  taken: string[];
  incidents: { elementId: string; message: string; at: string }[];
};

export type LetterBlock = { kind: 'ueberschrift' | 'absatz' | 'liste' | 'exakt'; text?: string; items?: string[] };
export type Letter = {
  letterId: string;
  subject: string;
  blocks: LetterBlock[];
  at: string;
  channel: string;
};

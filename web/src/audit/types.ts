/** What the services answer about the trail; shapes of services/audit and services/operations. */
export type Outcome = 'done' | 'refused' | 'failed';

export type Entry = {
  auditId: string;
  at: string;
  /** An account, or a part of Lotse. */
  actor: string;
  name: string | null;
  role: string | null;
  action: string;
  /** The action in German. */
  words: string;
  outcome: Outcome;
  caseId: string | null;
  aktenzeichen: string | null;
  section: string | null;
  object: string | null;
  reason: string | null;
};
export type EntryPage = { items: Entry[]; next: string | null };

export type AuditReader = {
  actor: string;
  name: string | null;
  role: string | null;
  times: number;
  first: string;
  last: string;
  actions: string[];
  words: string[];
};

export type AuditPerson = { personId: string; name: string; birthDate: string; aktenzeichen: string[] };

/** Of the last look at the whole trail. */
export type TrailState = {
  guarded: boolean;
  signedAt: string | null;
  checkedAt: string | null;
  entries: number | null;
  fault: string | null;
};

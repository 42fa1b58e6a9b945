/** What the services answer about a person; shapes of services/personfile. */
export type Ground = { code: string; text: string };
export type SideBySide = { field: string; mine: unknown; other: unknown; same: boolean };

export type LikelyPerson = {
  /** Null where somebody of another section has to compare. */
  personId: string | null;
  version: number | null;
  name: string | null;
  reasons: Ground[];
  against: Ground[];
  decision: 'offen' | 'dieselbe' | 'verschieden';
  /** When, by whom and why the service was asked to compare. */
  asked: { at: string; by: string; reason: string } | null;
  fields: SideBySide[];
};

export type Difference = {
  differenceId: string;
  field: string;
  value: unknown;
  current: unknown;
  aktenzeichen: string | null;
  notedAt: string;
};
export type PersonChange = { at: string; by: string; reason: string; field: string; old: unknown; new: unknown };
export type PersonMerge = { mergeId: string; at: string; by: string; name: string; undoneAt: string | null };
export type Relative = {
  relationId: string;
  /** Null for whoever may not open any of their cases. */
  name: string | null;
  relation: string | null;
  cases: { caseId: string; aktenzeichen: string; anliegen: string }[];
};
export type OtherCase = { caseId: string; aktenzeichen: string; anliegen: string; status: string; outcome: string | null };

export type PersonFile = {
  personId: string;
  version: number;
  person: Record<string, unknown>;
  names: { kind: string; familienname: string; vornamen: string }[];
  nurEinName: boolean;
  likely: LikelyPerson[];
  differences: Difference[];
  changes: PersonChange[];
  merges: PersonMerge[];
  relatives: Relative[];
  cases: OtherCase[];
  may: { correct: string[]; compare: boolean; relate: boolean };
};

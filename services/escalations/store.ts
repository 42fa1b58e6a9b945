import type { Reader, Transaction } from '../../db/connection.ts';

/** What one row of the escalation table says: whom to ask, within how many working days. */
export type Hint = { grund: string; an: string; fristAT: number; vierAugen: boolean; norm?: string | null; beteiligt?: string | null };

export type Escalation = {
  escalationId: string;
  caseId: string;
  /** The step somebody asks from. */
  elementId: string;
  askedBy: string | null;
  question: string;
  facts: string;
  norm: string;
  proposal: string;
  /** `YYYY-MM-DD`: until when the asker would like to know. */
  wishedBy: string | null;
  hints: Hint[];
  role: string | null;
  dueAt: Date | null;
  level: number;
  votum: string | null;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  createdAt: Date;
};

const columns = {
  escalationId: 'escalation_id',
  caseId: 'case_id',
  elementId: 'element_id',
  askedBy: 'asked_by',
  question: 'question',
  facts: 'facts',
  norm: 'norm',
  proposal: 'proposal',
  hints: 'hints',
  role: 'role',
  dueAt: 'due_at',
  level: 'level',
  votum: 'votum',
  answer: 'answer',
  answeredBy: 'answered_by',
  answeredAt: 'answered_at',
  createdAt: 'created_at',
} as const;

const select = (db: Reader) => db('escalations').select(columns).select(db.raw('wished_by::text as "wishedBy"'));

type NewEscalation = Pick<
  Escalation,
  'caseId' | 'elementId' | 'askedBy' | 'question' | 'facts' | 'norm' | 'proposal' | 'wishedBy' | 'createdAt'
> & { jobKey: string };

/** One question per job: the same job delivered twice finds its own. */
export const insertEscalation = async (trx: Transaction, escalation: NewEscalation): Promise<Escalation> => {
  await trx('escalations')
    .insert({
      case_id: escalation.caseId,
      job_key: escalation.jobKey,
      element_id: escalation.elementId,
      asked_by: escalation.askedBy,
      question: escalation.question,
      facts: escalation.facts,
      norm: escalation.norm,
      proposal: escalation.proposal,
      wished_by: escalation.wishedBy,
      created_at: escalation.createdAt,
    })
    .onConflict('job_key')
    .ignore();
  const row = (await select(trx).where('job_key', escalation.jobKey).first()) as Escalation | undefined;
  if (!row) throw new Error('the question just stored is not there');
  return row;
};

export const lockEscalation = async (trx: Transaction, escalationId: string): Promise<Escalation | undefined> => {
  await trx('escalations').where('escalation_id', escalationId).forUpdate().select('escalation_id');
  return select(trx).where('escalation_id', escalationId).first();
};

export const updateEscalation = async (
  trx: Transaction,
  escalationId: string,
  change: Partial<Pick<Escalation, 'hints' | 'role' | 'dueAt' | 'level' | 'votum' | 'answer' | 'answeredBy' | 'answeredAt'>>,
): Promise<void> => {
  const values = Object.fromEntries(
    Object.entries(change).map(([key, value]) => [columns[key as keyof typeof columns], key === 'hints' ? JSON.stringify(value) : value]),
  );
  await trx('escalations').where('escalation_id', escalationId).update(values);
};

/** Questions nobody has answered yet, of these cases. */
export const listOpen = (db: Reader, caseIds: readonly string[]): Promise<Escalation[]> =>
  select(db)
    .whereIn('case_id', [...caseIds])
    .whereNull('answered_at')
    .orderBy('created_at');

import { type CaseRow, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import type { DocumentLine } from '../../documents/answers.ts';
import { listDocuments, missingPapers } from '../../documents/index.ts';
import { viewFee } from '../../fees/index.ts';
import type { LetterLine } from '../../letters/answers.ts';
import { listLetters } from '../../letters/index.ts';
import { readFact, rowHas } from '../../office/index.ts';
import type { User } from '../../platform/route.ts';
import { listCaseTasks } from '../../tasks/index.ts';
import { openWaits, type Wait } from '../../waits/index.ts';
import type { MatterFacts } from './describe-progress.ts';

/** What the person still has to send, and until when. */
export type Need = { codes: string[]; until: Date };
/** Euros. `until` is undefined before the fee is asked for. */
export type OwnFee = { amount: number; owed: number; until: Date | undefined };
export type Matter = {
  found: CaseRow;
  facts: MatterFacts;
  need: Need | undefined;
  hearingUntil: Date | undefined;
  fee: OwnFee | undefined;
  documents: DocumentLine[];
  letters: LetterLine[];
};

const needOf = async (deps: Pick<Deps, 'db'>, caseId: string, waits: readonly Wait[]): Promise<Need | undefined> => {
  const wait = waits.find((each) => rowHas('fristen', each.kind, 'unterlagenErwartet'));
  return wait && { codes: await missingPapers(deps.db, caseId, wait.expected), until: wait.until };
};

/** One's own matter with all that its page shows. Throws NotFound for anybody else's. */
export const readMatter = async (deps: Pick<Deps, 'db' | 'clock'>, user: User, caseId: string): Promise<Matter> => {
  const { found } = await getVisibleCase(deps, user, caseId, ['portal']);
  const [waits, tasks, documents, letters, fee] = await Promise.all([
    openWaits(deps.db, caseId),
    listCaseTasks(deps.db, caseId),
    listDocuments(deps.db, caseId),
    listLetters(deps.db, caseId),
    viewFee(deps.db, caseId),
  ]);
  const owed = fee?.outstanding ?? 0;
  const untilOf = (awaits: 'stellungnahmeErwartet' | 'zahlungErwartet'): Date | undefined =>
    waits.find((each) => rowHas('fristen', each.kind, awaits))?.until;
  return {
    found,
    facts: {
      anliegen: found.anliegen,
      status: found.status,
      outcome: found.outcome,
      receivedAt: found.receivedAt,
      deadline: found.deadline,
      routed: found.section !== null,
      validUntil: readFact(found.facts, 'gueltigBis') ?? null,
      waits,
      tasks,
      papers: documents.length,
      owed,
      today: deps.clock.today().toString(),
    },
    need: await needOf(deps, caseId, waits),
    hearingUntil: untilOf('stellungnahmeErwartet'),
    fee: fee ? { amount: fee.amount, owed, until: untilOf('zahlungErwartet') } : undefined,
    documents,
    letters,
  };
};

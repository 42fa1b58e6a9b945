import { openCaseIn } from '../caselife/index.ts';
import { addHistory, type CaseRow, getCase, listCasesOfPersons, notifyCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { getRowWith } from '../office/index.ts';
import { findPerson } from '../persons/index.ts';
import { audit } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { findLinkOfMain, findLinkOfMains, type Ground, insertLink, type Link, updateLink } from './link-store.ts';

type OpenDeps = Pick<Deps, 'clock' | 'commands'>;

export type Occasion = {
  ground: Ground;
  text: string;
  by: string;
  /** The same occasion told twice is one line. */
  lineKey: string;
};

const open = async (trx: Transaction, deps: OpenDeps, main: CaseRow, ground: Ground): Promise<Link> => {
  const person = await findPerson(trx, main.personId);
  if (!person) throw new Error('Der Vorgang hat keine Person.');
  // A person of its own (hidden cases have theirs apart), and nobody's account: no list of one's own cases may show it.
  const former = await findLinkOfMains(
    trx,
    (await listCasesOfPersons(trx, [main.personId])).map((each) => each.caseId),
  );
  const known = former && (await getCase(trx, former.hiddenCaseId)).personId;
  const { caseId } = await openCaseIn(trx, deps, {
    anliegen: getRowWith('anliegen', 'sicherheitsvorgang').code,
    applicant: person.details,
    facts: {},
    openedBy: 'Lotse',
    ...(known ? { personId: known } : {}),
  });
  const openedAt = nowOf(deps);
  await insertLink(trx, { hiddenCaseId: caseId, mainCaseId: main.caseId, openedAt, ground });
  await audit(trx, { actor: 'workers', action: 'open case', caseId, outcome: 'done' });
  return { hiddenCaseId: caseId, mainCaseId: main.caseId, grounds: [ground], openedAt, releasedAt: null, signalledAt: null };
};

/**
 * Tells the security officers of an occasion: in the hidden case that watches over this one, or in a new one. The ordinary case stays as it is, to
 * the letter. The caller holds its lock, so that two occasions at once open one hidden case.
 */
export const tellOfficers = async (trx: Transaction, deps: OpenDeps, main: CaseRow, occasion: Occasion): Promise<Link> => {
  const { ground, text, by, lineKey } = occasion;
  const newest = await findLinkOfMain(trx, main.caseId);
  const running = newest && !newest.releasedAt ? newest : undefined;
  const link = running ?? (await open(trx, deps, main, ground));
  if (running) await updateLink(trx, running.hiddenCaseId, { ground });
  const at = nowOf(deps);
  await addHistory(trx, { caseId: link.hiddenCaseId, at, text, by, lineKey });
  await notifyCase(trx, { caseId: link.hiddenCaseId, hidden: true, section: null, createdBy: '' });
  return link;
};

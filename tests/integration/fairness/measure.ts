import type { Transaction } from '../../../db/connection.ts';
import { openCaseIn } from '../../../services/caselife/index.ts';
import type { Deps } from '../../../services/deps.ts';
import type { AnyWorker } from '../../../services/engine/define-worker.ts';
import eskalation from '../../../services/escalations/workers/eskalation-eroeffnen.ts';
import gebuehr from '../../../services/fees/workers/gebuehr-vorbereiten.ts';
import type { Applicant } from '../../../services/persons/index.ts';
import ausreisefrist from '../../../services/routing/workers/ausreisefrist-vorbereiten.ts';
import ba from '../../../services/routing/workers/ba-vorbereiten.ts';
import befristung from '../../../services/routing/workers/befristung-vorbereiten.ts';
import eingang from '../../../services/routing/workers/eingang-vorbereiten.ts';
import { runWorker } from '../letters/office.ts';
import type { Pair, WhoSomebodyIs } from './swapped-people.ts';

/** What the office lays before its tables, by the worker that does it. */
export type Inputs = Record<string, Record<string, unknown>>;
export type Preparing = Record<string, AnyWorker>;

export const preparing: Preparing = { eingang, ba, eskalation, gebuehr, ausreisefrist, befristung };

class Undone extends Error {}

/** Runs the work and leaves nothing of it behind. */
const undone = async <T>(db: Deps['db'], work: (trx: Transaction) => Promise<T>): Promise<T> => {
  let result: T | undefined;
  await db
    .transaction(async (trx) => {
      result = await work(trx);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return result as T;
};

const swapPerson = async (trx: Transaction, caseId: string, person: Applicant): Promise<void> => {
  const { familienname, vornamen } = person;
  const { person_id } = (await trx('cases').where('case_id', caseId).first('person_id')) as { person_id: string };
  await trx('persons')
    .where({ person_id })
    .update({ details: JSON.stringify(person), familienname, vornamen });
  await trx('cases')
    .where('case_id', caseId)
    .update({ stated: JSON.stringify(person) });
};

const inputsOf = async (deps: Deps, trx: Transaction, workers: Preparing, variables: Record<string, unknown>): Promise<Inputs> => {
  const found: Inputs = {};
  const here = { ...deps, db: trx } as never;
  for (const [name, worker] of Object.entries(workers)) found[name] = await runWorker(worker, here, variables);
  // Each question has an id of its own.
  delete found.eskalation?.eskalationId;
  return found;
};

/**
 * What the tables are asked for one matter, with the one person and with the other one in their place: the same case, the same facts, another
 * human being. Both are undone.
 */
export const measurePair = (deps: Deps, { one, other, matter }: Pair, workers: Preparing = preparing): Promise<[Inputs, Inputs]> =>
  undone(deps.db, async (outer) => {
    const applicant = (who: WhoSomebodyIs): Applicant => ({ ...matter.person, ...who }) as unknown as Applicant;
    const command = { anliegen: matter.anliegen, facts: matter.facts, openedBy: 'svc', applicant: applicant(one) };
    const { caseId } = await openCaseIn(outer, deps, command);
    const variables = { caseId, leistung: matter.leistung, anlass: 'userTask_AntragPruefen' };
    const asked = (who: WhoSomebodyIs): Promise<Inputs> =>
      undone(outer as unknown as Deps['db'], async (trx) => {
        await swapPerson(trx, caseId, applicant(who));
        return inputsOf(deps, trx, workers, variables);
      });
    return [await asked(one), await asked(other)];
  });

import { part, readParts } from '../../db/parts.ts';
import { casesOfPerson, historyOfCase, representationOfCase } from '../cases/index.ts';
import { documentsOfCase } from '../documents/index.ts';
import { feesOfCase, paymentsOfCase } from '../fees/index.ts';
import { usedValuesOfCase } from '../legal/index.ts';
import { lettersOfCase } from '../letters/index.ts';
import { personById, relationsOfPerson } from '../persons/index.ts';
import { tasksOfCase } from '../tasks/index.ts';
import { openWaitsOfCase, remindersOfCase } from '../waits/index.ts';

/** Names of the accounts a file speaks of. Who has left the office is known by the account alone. */
const colleaguesOfCase = part<{ account: string; name: string }>(
  `select account, name from staff where active and account in (
     select clerk from cases where case_id = $1
     union all select by from case_history where case_id = $1
     union all select unnest(array[assignee, completed_by]) from tasks where case_id = $1)`,
);

const standing = { waits: openWaitsOfCase, fees: feesOfCase, payments: paymentsOfCase };
const told = { ...standing, letters: lettersOfCase, documents: documentsOfCase };

/** What a file shows, with one statement a level of sight. */
export const readStanding = readParts({ caseId: standing });
export const readOwn = readParts({ caseId: told });
export const readFile = readParts({
  caseId: {
    ...told,
    history: historyOfCase,
    tasks: tasksOfCase,
    colleagues: colleaguesOfCase,
    representation: representationOfCase,
    reminders: remindersOfCase,
    legalValues: usedValuesOfCase,
  },
  personId: { person: personById, relations: relationsOfPerson, cases: casesOfPerson },
});

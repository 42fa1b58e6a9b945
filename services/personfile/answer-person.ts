import { getSeenPerson, type SeenPerson } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { auditAlone } from '../platform/audit.ts';
import { etagOf } from '../platform/if-match.ts';
import { type Answer, reply, type User } from '../platform/route.ts';
import type { PersonFile } from './answers.ts';
import { viewPerson } from './view-person.ts';

const note = (deps: Pick<Deps, 'db'>, user: User, seen: SeenPerson, shown: PersonFile): Promise<void> => {
  const [through] = seen.cases;
  const others = [...shown.relatives, ...shown.likely].flatMap((each) => each.personId ?? []);
  return auditAlone(deps.db, {
    actor: user.account,
    action: 'view person',
    ...(through ? { caseId: through.found.caseId, section: through.found.section } : {}),
    object: `person ${seen.person.personId}`,
    outcome: 'done',
    payload: { level: seen.level, persons: [seen.person.personId, ...new Set(others)] },
  });
};

/** The person's file as this user may read it, with its version as ETag. Every reading is in the audit trail. */
export const answerPerson = async (deps: Pick<Deps, 'db'>, user: User, personId: string): Promise<Answer> => {
  const seen = await getSeenPerson(deps, user, personId);
  const shown = await viewPerson(deps, user, seen);
  await note(deps, user, seen, shown);
  return reply(200, shown, etagOf(shown.version));
};

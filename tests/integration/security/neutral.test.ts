import test from 'ava';
import { takeAnswer } from '../../../services/authorities/index.ts';
import begin from '../../../services/casefile/workers/warten-beginnen.ts';
import takeSecurityAnswer from '../../../services/security/commands/take-security-answer.ts';
import ask from '../../../services/security/workers/sicherheit-anfragen.ts';
import release from '../../../services/security/workers/sicherheit-freigeben.ts';
import askAgain from '../../../services/security/workers/sicherheit-nachfragen.ts';
import overdue from '../../../services/security/workers/sicherheit-ueberfaellig.ts';
import { openWaits } from '../../../services/waits/index.ts';
import end from '../../../services/waits/workers/warten-beenden.ts';
import { openOffice } from '../api/office.ts';
import { accounts, isInCircle } from '../api/people.ts';
import { runCommands, work } from '../authorities/work.ts';

/**
 * What a security query brings must not show outside its circle. The three matters are taken through the same steps, and after each everything that
 * anybody but the officers can see is compared: file, diagram, lists, counts, map, figures, tasks, portal, events' audience, audit lines.
 */
const office = await openOffice();
const { deps, db, as } = office;
test.after.always(office.stop);

type Matter = { caseId: string; aktenzeichen: string; warteId: string; says: 'later' | 'nothing' | 'hit' };

const open = async (says: Matter['says']): Promise<Matter> => {
  office.setClock('2026-06-08T08:00:00Z');
  const { caseId, aktenzeichen } = await office.aCase({ by: 'antragsteller', section: 'SG1', anliegen: 'BESCHAEFTIGUNG' });
  // How far that has been worked out is a matter of time, and no matter of what is known.
  await office.whyHere('sb-sg1', caseId);
  return { caseId, aktenzeichen, warteId: '', says };
};

/** Twice each, as an engine may deliver it. */
const twice = async (run: () => Promise<unknown>): Promise<void> => {
  await run();
  await run();
};

const step = (matter: Matter, worker: Parameters<typeof work>[1], key: string, more: Record<string, unknown> = {}) =>
  work(
    deps,
    worker,
    { caseId: matter.caseId, warteId: matter.warteId, ...more },
    { key: `${matter.caseId}:${key}`, processInstanceKey: matter.caseId },
  );

const beginRound = async (matter: Matter, round: number): Promise<void> => {
  const { warteId } = await step(matter, begin, `begin ${round}`, { warteArt: 'beteiligung' });
  matter.warteId = String(warteId);
  await twice(() => step(matter, ask, `ask ${round}`));
};

const answerQuery = async (matter: Matter, finding: boolean): Promise<void> => {
  const { order_id: orderId } = (await db('authority_orders').where('warte_id', matter.warteId).first('order_id')) as { order_id: string };
  const answer = finding ? 'ERKENNTNISSE' : 'KEINE';
  await twice(() => db.transaction((trx) => takeAnswer(trx, deps, { orderId, answer, at: new Date('2026-06-10T08:00:00Z') })));
  await runCommands(deps, 'take-security-answer', takeSecurityAnswer, 2);
};

/** Everything with the matter's own ids and times of the machine taken out. */
const neutral = (matter: Matter, text: string): string =>
  text
    .replaceAll(matter.caseId, 'CASE')
    .replaceAll(matter.aktenzeichen, 'NUMBER')
    .replaceAll(matter.warteId, 'WAIT')
    .replace(/Probe[a-z]+/g, 'PERSON')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');

const routes = (caseId: string): string[] => [
  `/api/cases/${caseId}`,
  `/api/cases/${caseId}/diagram`,
  `/api/cases/${caseId}/watched`,
  '/api/tasks?view=all',
  '/api/tasks/counts?view=all',
  '/api/authorities',
  '/api/processes/map',
  '/api/incidents',
  '/api/operations/commands',
];

/** What one account sees of one matter, as it would of the others. */
const seenBy = async (account: string, matter: Matter): Promise<string> => {
  const answers = await Promise.all(routes(matter.caseId).map((url) => as(account).get(url)));
  const found = await as(account).get(`/api/cases?query=${matter.aktenzeichen}`);
  return neutral(matter, [...answers, found].map(({ status, text }) => `${status} ${text}`).join('\n'));
};

const auditOf = async (matter: Matter): Promise<string> => {
  const lines = (await db('audit')
    .where('case_id', matter.caseId)
    .whereNot('action', 'like', 'view%')
    .whereNot('action', 'open case file')
    .orderBy('audit_id')) as Record<string, unknown>[];
  return neutral(
    matter,
    JSON.stringify(
      lines.map(({ actor, action, section, object, reason, outcome, payload }) => ({
        actor,
        action,
        section,
        object,
        reason,
        outcome,
        payload,
      })),
    ),
  );
};

/** Rows any later view could be made of. */
const rowsOf = async (matter: Matter): Promise<string> => {
  const parts = await Promise.all([
    db('cases')
      .where('case_id', matter.caseId)
      .select('status', 'outcome', 'section', 'role', 'open_incidents', 'facts', 'closed_at', 'priority'),
    db('case_history').where('case_id', matter.caseId).orderBy('history_id').select('text', 'element_id', 'by', 'at'),
    db('waits')
      .where('case_id', matter.caseId)
      .orderBy('begun_at')
      .select('kind', 'until', 'remind_at', 'reminded_at', 'ended_at', 'end_reason'),
    db('letters').where('case_id', matter.caseId).select('type'),
    db('tasks').where('case_id', matter.caseId).select('element_id', 'status'),
  ]);
  return neutral(matter, JSON.stringify(parts));
};

test.serial('until it is let go, a hit looks like silence and like an answer that is late, to everybody and in every row', async (t) => {
  const matters = [await open('later'), await open('nothing'), await open('hit')];
  const others = accounts.filter((account) => !isInCircle(account));
  const compare = async (when: string): Promise<void> => {
    const [first, ...rest] = matters as [Matter, ...Matter[]];
    const expected = { rows: await rowsOf(first), audit: await auditOf(first) };
    for (const matter of rest) {
      t.is(await rowsOf(matter), expected.rows, `${when}: ${matter.says}`);
      t.is(await auditOf(matter), expected.audit, `${when}: ${matter.says}`);
    }
    for (const account of others) {
      const seen = await seenBy(account, first);
      for (const matter of rest) t.is(await seenBy(account, matter), seen, `${when}, ${account}: ${matter.says}`);
    }
  };
  const all = async (at: string, run: (matter: Matter) => Promise<unknown>): Promise<void> => {
    office.setClock(at);
    for (const matter of matters) await run(matter);
  };

  await all('2026-06-08T08:00:00Z', (matter) => beginRound(matter, 1));
  await compare('asked');
  await all('2026-06-10T08:00:00Z', async (matter) => matter.says === 'hit' && answerQuery(matter, true));
  await compare('one has a hit');
  await all('2026-06-11T22:00:00Z', (matter) => twice(() => step(matter, askAgain, 'again 1')));
  await compare('asked again');
  await all('2026-06-22T22:00:00Z', async (matter) => {
    await twice(() => step(matter, end, 'end 1', { warteErgebnis: 'ABGELAUFEN' }));
    await twice(() => step(matter, overdue, 'overdue 1'));
    await beginRound(matter, 2);
  });
  await compare('the first round ran out');

  // Once per matter, whatever came together.
  const links = (await db('security_links')) as { main_case_id: string; hidden_case_id: string; grounds: string[] }[];
  t.is(links.length, 3);
  const hiddenOf = (matter: Matter): string => links.find((link) => link.main_case_id === matter.caseId)?.hidden_case_id ?? '';
  const [late, silent, hit] = matters as [Matter, Matter, Matter];
  t.deepEqual(links.find((link) => link.main_case_id === hit.caseId)?.grounds, ['ERKENNTNISSE', 'UEBERFAELLIG']);
  for (const account of others) {
    t.is((await as(account).get(`/api/cases/${hiddenOf(hit)}`)).status, 404, account);
    t.false((await as(account).get('/api/cases?limit=200')).text.includes(hiddenOf(hit)), account);
  }
  const { body } = await as('sicherheit').get(`/api/cases/${hiddenOf(hit)}/watched`);
  t.like(body.watched, { caseId: hit.caseId, aktenzeichen: hit.aktenzeichen });

  // The late answer and the two releases: the same message, the same lines.
  const told = async (matter: Matter): Promise<unknown[]> =>
    (await office.outbox('publish-message', matter.warteId)).map(({ name, variables }) => [name, variables]);
  await all('2026-06-24T08:00:00Z', async (matter) => {
    if (matter === late) return answerQuery(matter, false);
    if (matter === hit) {
      await answerQuery(matter, false);
      t.deepEqual(await told(matter), [], 'nothing known now does not undo what was found');
    }
    await twice(() => work(deps, release, { caseId: hiddenOf(matter) }));
  });
  for (const matter of [late, silent, hit]) t.deepEqual(await told(matter), [['sicherheit-antwort', {}]], matter.says);
  await compare('let go');
  await all('2026-06-24T08:00:05Z', (matter) => step(matter, end, 'end 2', { warteErgebnis: 'EINGEGANGEN' }));
  await compare('over');
  t.deepEqual(await openWaits(db, hit.caseId), []);
});

test.serial('let go between two rounds, the next wait hears of it; what was cleared does not come up again', async (t) => {
  const matter = await open('hit');
  await beginRound(matter, 1);
  await answerQuery(matter, true);
  await step(matter, end, 'end 1', { warteErgebnis: 'ABGELAUFEN' });
  const link = (await db('security_links').where('main_case_id', matter.caseId).first('hidden_case_id')) as { hidden_case_id: string };
  await work(deps, release, { caseId: link.hidden_case_id });
  await beginRound(matter, 2);
  const told = async (): Promise<number> => (await office.outbox('publish-message', matter.warteId)).length;
  t.is(await told(), 1);
  await step(matter, end, 'end 2', { warteErgebnis: 'EINGEGANGEN' });
  await beginRound(matter, 3);
  t.is(await told(), 0);
  await answerQuery(matter, true);
  t.is(await told(), 1);
  t.is(Number((await db('security_links').where('main_case_id', matter.caseId).count())[0]?.count), 1);
});

import test from 'ava';
import { ablehnung, CONDITIONS, SIGN, upToDecision } from '../support/duldung.ts';
import { as, caseWhen, complete, lettersOf, openTask } from '../support/office.ts';

const closed = (found: { status: string }): boolean => found.status === 'abgeschlossen';
const giveBack = { zeichnung: 'ZURUECKGEBEN', grund: 'Bitte den Sachverhalt ergänzen.' };
const claim = async (account: string, taskId: string): Promise<number> => (await as(account).post(`/api/tasks/${taskId}/claim`)).status;

test('returned twice, a decision goes to the head of the section, and to nobody else', async (t) => {
  const { caseId } = await upToDecision();
  for (const by of ['rsb-sg4', 'rsb-sg4-2']) {
    await complete(caseId, CONDITIONS, ablehnung);
    const taskId = await openTask(caseId, SIGN, by);
    t.not(await claim('sgl-sg4', taskId), 200, 'the head is not asked before');
    await complete(caseId, SIGN, giveBack, by);
  }
  await complete(caseId, CONDITIONS, ablehnung);
  const taskId = await openTask(caseId, SIGN, 'sgl-sg4');
  t.not(await claim('rsb-sg4', taskId), 200);
  t.not(await claim('sb-sg4', taskId), 200, 'least of all the author');
  await complete(caseId, SIGN, { zeichnung: 'FREIGEBEN' }, 'sgl-sg4');
  const found = await caseWhen(caseId, 'closed', closed);
  t.is(found.outcome, 'ABGELEHNT');
  t.is(lettersOf(found).filter((type) => type === 'bescheid-dul').length, 1);
});

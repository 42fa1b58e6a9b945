import test from 'ava';
import {
  answerWait,
  BIOMETRICS,
  biometrics,
  CARD,
  caseSeen,
  closed,
  count,
  faulty,
  finish,
  handedOver,
  letAnswer,
  upToFee,
  waitOf,
  whenSeen,
} from '../support/beschaeftigung.ts';
import { historyOf, lettersOf, today } from '../support/office.ts';

/** Who changes the employer pays nothing: the shortest way to the card. */
const upToCard = async (change: Record<string, unknown> = {}) => {
  const opened = await upToFee((await today()).add({ years: 2 }).toString(), 'ARBEITGEBERWECHSEL');
  await finish(opened.caseId, BIOMETRICS, { ...biometrics, ...change }, 'svc');
  return opened;
};

test('a faulty card is kept and ordered anew; the person is told of each that is there to be fetched', async (t) => {
  const { caseId } = await upToCard();
  const first = await answerWait(caseId, 'eat', 'PRODUZIERT');
  await finish(caseId, CARD, faulty, 'svc');
  const second = await waitOf(caseId, 'eat', 'sb-sg1', first.warteId);
  t.false(closed(await caseSeen(caseId)));
  await letAnswer(second.warteId, 'PRODUZIERT');
  await finish(caseId, CARD, handedOver((await today()).toString()), 'svc');
  const found = await whenSeen(caseId, 'closed', closed);
  t.is(
    count(
      historyOf(found).map((text) => text.startsWith('Anfrage an die Bundesdruckerei')),
      true,
    ),
    2,
  );
  t.is(count(lettersOf(found), 'eat-abholung'), 2);
  t.is(found.facts.fingerabdruecke, undefined);
});

test('a card that is sent home is nowhere to be fetched', async (t) => {
  const { caseId } = await upToCard({ direktversand: true });
  await answerWait(caseId, 'eat', 'PRODUZIERT');
  await finish(caseId, CARD, { ...handedOver((await today()).toString()), abholung: 'VERSAND' }, 'svc');
  const found = await whenSeen(caseId, 'closed', closed);
  t.is(count(lettersOf(found), 'eat-abholung'), 0);
});

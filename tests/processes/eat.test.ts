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
  feeAsked,
  finish,
  handedOver,
  letAnswer,
  pay,
  upToFee,
  waitOf,
  whenSeen,
} from '../support/beschaeftigung.ts';
import { historyOf, lettersOf, today } from '../support/office.ts';

const until = async (): Promise<string> => (await today()).add({ years: 2 }).toString();

/** Who changes the employer pays nothing: the shortest way to the card. */
const upToCard = async () => {
  const opened = await upToFee(await until(), 'ARBEITGEBERWECHSEL');
  await finish(opened.caseId, BIOMETRICS, biometrics, 'svc');
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

test('a card that is sent home, and quickly, costs what both cost, and is nowhere to be fetched', async (t) => {
  const { caseId } = await upToFee(await until(), 'ERTEILUNG', {}, { direktversand: true, express: true });
  await feeAsked(caseId);
  t.is((await caseSeen(caseId)).fee?.amount, 100 + 15 + 35);
  await pay(caseId);
  await finish(caseId, BIOMETRICS, biometrics, 'svc');
  await answerWait(caseId, 'eat', 'PRODUZIERT');
  await finish(caseId, CARD, { ...handedOver((await today()).toString()), abholung: 'VERSAND' }, 'svc');
  const found = await whenSeen(caseId, 'closed', closed);
  t.is(count(lettersOf(found), 'eat-abholung'), 0);
});

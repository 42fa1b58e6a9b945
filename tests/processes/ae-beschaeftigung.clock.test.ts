import test from 'ava';
import { nextWorkingDay } from '../../services/platform/calendar.ts';
import {
  ANSWER,
  ANSWER_SECOND,
  answerWait,
  aPermit,
  askedWhileDeciding,
  askedWhileExamining,
  BIOMETRICS,
  biometrics,
  CARD,
  CHASE,
  CHECK,
  caseSeen,
  closed,
  count,
  DECIDE,
  dayOf,
  EXAMINE,
  type Found,
  feeAsked,
  finish,
  HEAR,
  handedOver,
  hearing,
  kindsOf,
  letAnswer,
  ofRefusal,
  openElements,
  papersComplete,
  pay,
  REFUSE,
  REPLY,
  refusalProposed,
  refused,
  released,
  SETTLE,
  SIGN,
  setAuthorities,
  taskOf,
  upToDecision,
  upToExamination,
  upToFee,
  votum,
  type Wait,
  WEIGH,
  waitOf,
  weighed,
  whenSeen,
  withoutAgency,
} from '../support/beschaeftigung.ts';
import { joinCalendar } from '../support/calendar/on-days.ts';
import { anApplicant, as, historyOf, lettersOf, openCase, today, until } from '../support/office.ts';

/**
 * What happens by itself when nobody answers, in one run of the calendar: every case is brought to its wait on the first day, and the clock then
 * goes from one end to the next. All authorities are silent unless a test lets one speak.
 */
type Day = Temporal.PlainDate;
const day = (moment: string): Day => Temporal.PlainDate.from(dayOf(moment));
const latest = (...days: Day[]): Day => days.reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a));
let calendar: Awaited<ReturnType<typeof joinCalendar>>;
const untilDay = (each: Day): Promise<void> => calendar.untilDay(each);
const morningAfter = (end: Day): Promise<void> => untilDay(end.add({ days: 1 }));
const lines = (found: Found, text: string): string[] => historyOf(found).filter((line) => line.startsWith(text));
const german = (date: Day): string => date.toLocaleString('de-DE', { dateStyle: 'long' });
const claim = async (by: string, taskId: string): Promise<number> => (await as(by).post(`/api/tasks/${taskId}/claim`)).status;

type Kept = { caseId: string; wait: Wait };
const at = async (opened: { caseId: string }, kind: string): Promise<Kept> => ({
  caseId: opened.caseId,
  wait: await waitOf(opened.caseId, kind),
});
const asked = async (facts: Record<string, unknown> = {}, applicant: Record<string, unknown> = {}) => {
  const opened = await aPermit({ facts, applicant });
  await finish(opened.caseId, CHECK, papersComplete);
  return opened;
};
const heardNow = async () => {
  const opened = await upToExamination();
  await finish(opened.caseId, EXAMINE, refusalProposed);
  await finish(opened.caseId, HEAR, hearing());
  return at(opened, 'anhoerung');
};
const feeNow = async () => {
  const opened = await upToFee((await today()).add({ years: 2 }).toString());
  await feeAsked(opened.caseId);
  return at(opened, 'zahlung');
};
const cardNow = async () => {
  const opened = await upToFee((await today()).add({ years: 2 }).toString(), 'ARBEITGEBERWECHSEL');
  await finish(opened.caseId, BIOMETRICS, biometrics, 'svc');
  return at(opened, 'eat');
};
const agencyNow = async () => {
  const opened = await asked();
  await answerWait(opened.caseId, 'beteiligung', 'KEINE');
  return at(opened, 'ba');
};
const questionNow = async (element: typeof EXAMINE | typeof DECIDE) => {
  const { caseId } = await (element === EXAMINE ? upToExamination() : upToDecision());
  await finish(caseId, element, element === EXAMINE ? askedWhileExamining : askedWhileDeciding);
  const due = (await as('rsb-sg1').get(`/api/tasks/${await taskOf(caseId, ANSWER)}`)).body.dueDate as string;
  return { caseId, element, due };
};
const refusedNow = async () => {
  const applicant = anApplicant();
  const opened = await ofRefusal({ applicant });
  await finish(opened.caseId, REFUSE, refused(), 'rsb-sg1');
  await finish(opened.caseId, SIGN, released, 'rsb-sg1-2');
  await whenSeen(opened.caseId, 'closed', closed);
  return { ...opened, applicant };
};

const prepare = async () => {
  const watchedPerson = anApplicant();
  const [silent, asksBack, watched, unheard, extended, unpaid, late, overdue, settled, examining, deciding, refusal] = await Promise.all([
    agencyNow(),
    agencyNow(),
    asked(withoutAgency, watchedPerson).then((opened) => at(opened, 'beteiligung')),
    heardNow(),
    heardNow(),
    feeNow(),
    feeNow(),
    cardNow(),
    cardNow(),
    questionNow(EXAMINE),
    questionNow(DECIDE),
    refusedNow(),
  ]);
  return { silent, asksBack, watched, watchedPerson, unheard, extended, unpaid, late, overdue, settled, examining, deciding, refusal };
};
let cases: Awaited<ReturnType<typeof prepare>>;
let first: Day;
let second: Kept;

test.before(async () => {
  calendar = await joinCalendar();
  await setAuthorities({ BA: 'silent', BVA: 'silent', BDR: 'silent', RP: 'silent' });
  first = await today();
  cases = await prepare();
});
test.after.always(async () => {
  await setAuthorities({ BA: 'normal', BVA: 'normal', BDR: 'normal', RP: 'normal' });
  await calendar.leave();
});

const hiddenCases = async (): Promise<string[]> => {
  const { body } = await as('sicherheit').get(`/api/cases?query=${cases.watchedPerson.familienname}`);
  return body.items
    .filter((each: { aktenzeichen: string }) => each.aktenzeichen.startsWith('SI-'))
    .map((each: { caseId: string }) => each.caseId);
};
/** The file says the same on every day of the wait. */
const saysOnlyThatItRuns = async (): Promise<boolean> => {
  const found = await caseSeen(cases.watched.caseId);
  const about = historyOf(found).filter((line) => /eteiligung|icherheit|erinnert/.test(line));
  return about.join() === 'Beteiligung läuft' && kindsOf(found).join() === 'beteiligung' && found.status === 'wartet';
};

test.serial('a question nobody answers in time goes to the head of the section, who answers it', async (t) => {
  const { examining, deciding, asksBack } = cases;
  await letAnswer(asksBack.wait.warteId, 'RUECKFRAGE');
  await morningAfter(latest(day(examining.due), (await today()).add({ days: 4 })));
  for (const { caseId, element } of [examining, deciding]) {
    const task = await taskOf(caseId, ANSWER_SECOND);
    t.not(await claim('rsb-sg1', task), 200, 'the first level has had its time');
    t.deepEqual(openElements(await caseSeen(caseId)), [ANSWER_SECOND]);
    await finish(caseId, ANSWER_SECOND, votum('KLAEREN'), 'sgl-sg1');
    await taskOf(caseId, element);
    t.is(lines(await caseSeen(caseId), 'Die Frage ist nicht rechtzeitig beantwortet').length, 1);
  }
  t.true(await saysOnlyThatItRuns(), 'the reminder to the other authorities leaves no line');
});

test.serial('the agency is silent: its consent counts from the day after its time, not a day before', async (t) => {
  const { silent, asksBack, extended } = cases;
  // What it asked back is answered days later: a new request, with all of its time.
  await finish(asksBack.caseId, REPLY, { rueckfrageAntwort: 'Die Stellenbeschreibung liegt bei.', rueckfrageBelege: true });
  second = { caseId: asksBack.caseId, wait: await waitOf(asksBack.caseId, 'ba', 'sb-sg1', asksBack.wait.warteId) };
  const more = day(extended.wait.until).add({ days: 14 });
  const moved = await as('sb-sg1').post(`/api/cases/${extended.caseId}/deadlines/${extended.wait.warteId}`, {
    date: more.toString(),
    reason: 'bittet um mehr Zeit',
  });
  t.is(moved.status, 202);

  const last = day(silent.wait.until);
  t.is(last.toString(), nextWorkingDay(first.add({ days: 14 })).toString(), 'two weeks, on a working day (T4)');
  await untilDay(last);
  t.deepEqual(kindsOf(await caseSeen(silent.caseId)), ['ba'], 'its last day');
  await morningAfter(last);
  await taskOf(silent.caseId, EXAMINE);
  t.deepEqual(lines(await caseSeen(silent.caseId), 'Zustimmung der Bundesagentur'), [
    `Zustimmung der Bundesagentur für Arbeit gilt seit dem ${german(last.add({ days: 1 }))} als erteilt (§ 36 Abs. 2 BeschV)`,
  ]);
  t.true(second.wait.until > asksBack.wait.until);
  t.deepEqual(kindsOf(await caseSeen(asksBack.caseId)), ['ba'], 'the first request’s time says nothing about the second');
});

test.serial('the other authorities are late: the officers learn of it, the file shows nothing', async (t) => {
  await until('the officers’ case', async () => (await hiddenCases()).length === 1);
  const [hidden] = await hiddenCases();
  t.deepEqual((await as('sicherheit').get(`/api/cases/${hidden}/watched`)).body.watched.grounds, ['UEBERFAELLIG']);
  t.true(await saysOnlyThatItRuns());
  t.not((await waitOf(cases.watched.caseId, 'beteiligung')).warteId, cases.watched.wait.warteId, 'asked anew');
});

test.serial('a hearing nobody answers: it is weighed all the same, and the refusal may follow', async (t) => {
  const { unheard, extended } = cases;
  await finish(unheard.caseId, WEIGH, weighed, 'rsb-sg1');
  await taskOf(unheard.caseId, REFUSE);
  t.is(lines(await caseSeen(unheard.caseId), 'Frist abgelaufen').length, 1);
  const waits = await caseSeen(extended.caseId);
  t.deepEqual([kindsOf(waits), openElements(waits)], [['anhoerung'], []], 'the extended one still runs');
});

test.serial('a fee is not paid: one reminder with a new deadline; who pays then goes on', async (t) => {
  const { unpaid, late } = cases;
  for (const { caseId, wait } of [unpaid, late]) {
    await waitOf(caseId, 'zahlung', 'sb-sg1', wait.warteId);
    await whenSeen(caseId, 'the reminder', (found) => lettersOf(found).includes('gebuehr-erinnerung'));
  }
  await pay(late.caseId);
  await taskOf(late.caseId, BIOMETRICS);
  t.is(count(lettersOf(await caseSeen(late.caseId)), 'gebuehr-erinnerung'), 1);
});

test.serial(
  'the second deadlines end: consent counts for the second request, the cashier settles, the extended hearing is weighed',
  async (t) => {
    const { unpaid, extended } = cases;
    const fee = await waitOf(unpaid.caseId, 'zahlung', 'sb-sg1', unpaid.wait.warteId);
    const hearingEnds = day((await waitOf(extended.caseId, 'anhoerung')).until);
    await morningAfter(latest(day(fee.until), day(second.wait.until), hearingEnds));

    await taskOf(second.caseId, EXAMINE);
    t.deepEqual(lines(await caseSeen(second.caseId), 'Zustimmung der Bundesagentur'), [
      `Zustimmung der Bundesagentur für Arbeit gilt seit dem ${german(day(second.wait.until).add({ days: 1 }))} als erteilt (§ 36 Abs. 2 BeschV)`,
    ]);
    await taskOf(extended.caseId, WEIGH);
    t.is(lines(await caseSeen(extended.caseId), 'Frist abgelaufen').length, 1);
    await finish(unpaid.caseId, SETTLE, { zahlungErgebnis: 'GESTUNDET', zahlungVermerk: 'Zahlt in drei Raten.' }, 'svc');
    await taskOf(unpaid.caseId, BIOMETRICS);
    const letters = lettersOf(await caseSeen(unpaid.caseId));
    t.deepEqual([count(letters, 'gebuehr'), count(letters, 'gebuehr-erinnerung')], [1, 1]);

    t.is((await hiddenCases()).length, 1, 'however often they are late');
    await letAnswer((await waitOf(cases.watched.caseId, 'beteiligung')).warteId, 'KEINE');
    await taskOf(cases.watched.caseId, EXAMINE);
  },
);

test.serial('a card that does not come: a clerk asks, orders again or has it from elsewhere', async (t) => {
  const { overdue, settled } = cases;
  await morningAfter(latest(day(overdue.wait.until), day(settled.wait.until)));
  await finish(overdue.caseId, CHASE, { nachfassen: 'NEU_ANFRAGEN', nachfassVermerk: 'Die Bestellung ist verloren gegangen.' });
  await finish(settled.caseId, CHASE, { nachfassen: 'ERLEDIGT', nachfassVermerk: 'Die Karte lag schon im Haus.' });
  const again = await waitOf(overdue.caseId, 'eat', 'sb-sg1', overdue.wait.warteId);
  await letAnswer(again.warteId, 'PRODUZIERT');
  for (const { caseId } of [overdue, settled]) await finish(caseId, CARD, handedOver((await today()).toString()), 'svc');
  const [twice, once] = await Promise.all([overdue, settled].map(({ caseId }) => whenSeen(caseId, 'closed', closed)));
  t.deepEqual([lines(twice, 'Anfrage an die Bundesdruckerei').length, lines(once, 'Anfrage an die Bundesdruckerei').length], [2, 1]);
});

test.serial(
  'an objection after its time: the specialist reads it; a Regierungspräsidium that is silent is reminded, then asked by a person',
  async (t) => {
    const { refusal } = cases;
    const { caseId } = await openCase('WIDERSPRUCH', {
      applicant: refusal.applicant,
      facts: { entscheidendesSg: 'SG1', angegriffenesAktenzeichen: refusal.aktenzeichen },
    });
    const task = await taskOf(caseId, 'userTask_ZulaessigkeitPruefen');
    const { facts } = await caseSeen(caseId);
    t.regex(String(facts.widerspruchFristText), /Der Widerspruch konnte bis .* kommen/);
    t.truthy(task);
    const now = (await today()).toString();
    await finish(
      caseId,
      'userTask_ZulaessigkeitPruefen',
      {
        zulaessigkeit: 'STATTHAFT',
        eingangAm: now,
        form: 'SCHRIFT',
        fristgerechtEntscheidung: 'NEIN',
        wiedereinsetzung: 'ABLEHNEN',
        wiedereinsetzungGrund: 'Ein Grund ist nicht genannt.',
        eilantrag: 'NEIN',
      },
      'rsb-sg1-2',
    );
    await finish(
      caseId,
      'userTask_AbhilfePruefen',
      {
        abhilfe: 'NEIN',
        abhilfeBegruendung: 'Der Widerspruch kam nach Ablauf der Frist.',
        spielraumWiderspruch: 'Eine Härte ist nicht zu sehen.',
      },
      'sgl-sg1',
    );
    const wait = await waitOf(caseId, 'rp');
    await untilDay(day(wait.until).subtract({ days: 29 }));
    await whenSeen(caseId, 'the reminder', (found) => lines(found, 'Das Regierungspräsidium wurde erinnert').length === 1);
    await morningAfter(day(wait.until));
    await finish(
      caseId,
      CHASE,
      { nachfassen: 'ERLEDIGT', rpErgebnis: 'ZURUECKGEWIESEN', nachfassVermerk: 'Der Bescheid kam mit der Post.' },
      'rsb-sg1',
    );
    await finish(
      caseId,
      'userTask_WiderspruchsbescheidUmsetzen',
      {
        behoerdeErgebnis: 'ZURUECKGEWIESEN',
        widerspruchsbescheidVom: (await today()).toString(),
        umsetzungVermerk: 'Die Versagung bleibt bestehen.',
      },
      'rsb-sg1',
    );
    t.is((await whenSeen(caseId, 'closed', closed)).outcome, 'BESTAETIGT');
  },
);

import { onDays } from '../support/calendar/on-days.ts';
import { aDuldung, CHECK, issue, upToDecision } from '../support/duldung.ts';
import { anApplicant, as, caseWhen, historyOf, openTask, readCase, today, until } from '../support/office.ts';

type Listed = { caseId: string; aktenzeichen: string };
type Wait = { warteId: string; kind: string; until: string };
const closed = (found: { status: string }): boolean => found.status === 'abgeschlossen';
const booked = (found: { waits: Wait[] }): boolean => found.waits.some((wait) => wait.kind === 'verlaengerung');
const casesOf = async (name: string): Promise<Listed[]> => (await as('sb-sg4').get(`/api/cases?query=${name}`)).body.items;

/** A Duldung handed out today, valid for so many days. */
const anIssuedDuldung = async (days: number) => {
  const applicant = anApplicant();
  const { caseId } = await upToDecision({ applicant });
  const day = await today();
  await issue(caseId, day.add({ days }).toString(), day.toString());
  await caseWhen(caseId, 'closed with its renewal booked', (found) => closed(found) && booked(found));
  return { caseId, name: applicant.familienname, endsOn: day.add({ days }) };
};

onDays('thirty days before the paper ends, its renewal opens by itself, with what is known already', async (t, untilDay) => {
  const { caseId, name, endsOn } = await anIssuedDuldung(90);
  await untilDay(endsOn.subtract({ days: 31 }));
  t.is((await casesOf(name)).length, 1, 'a day too early');
  await untilDay(endsOn.subtract({ days: 29 }));
  const both = await until('the renewal', async () => {
    const found = await casesOf(name);
    return found.length === 2 ? found : undefined;
  });
  const renewal = both.find((each) => each.caseId !== caseId) as Listed;
  await openTask(renewal.caseId, CHECK);
  const found = await readCase(renewal.caseId);
  t.is(found.renewalOf, caseId);
  t.is(found.anliegen, 'DULDUNG');
  t.is(found.team, 'T4b');
  t.is(found.facts.duldungsgrund, 'PASSLOS');
  t.is(found.facts.gueltigBis, undefined, 'the end of the paper is found anew');
  t.true(historyOf(await readCase(caseId)).some((text) => text.includes(renewal.aktenzeichen)));
  t.is((await readCase(caseId)).waits.length, 0);
});

onDays('the renewal can be moved like any date, and then opens on the new one', async (t, untilDay) => {
  const { caseId, name, endsOn } = await anIssuedDuldung(60);
  const { warteId } = (await readCase(caseId)).waits[0] as Wait;
  const later = endsOn.subtract({ days: 10 });
  const moved = await as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${warteId}`, {
    date: later.toString(),
    reason: 'Termin vereinbart',
  });
  t.is(moved.status, 202);
  await untilDay(endsOn.subtract({ days: 25 }));
  t.is((await casesOf(name)).length, 1);
  await untilDay(later.add({ days: 1 }));
  t.is((await until('the renewal', async () => ((await casesOf(name)).length === 2 ? casesOf(name) : undefined))).length, 2);
});

onDays('who applies for the next paper themselves gets no second case of office', async (t, untilDay) => {
  const applicant = anApplicant();
  const first = await upToDecision({ applicant });
  const day = await today();
  await issue(first.caseId, day.add({ days: 60 }).toString(), day.toString());
  await caseWhen(first.caseId, 'booked', (found) => closed(found) && booked(found));
  await aDuldung({ applicant });
  await caseWhen(first.caseId, 'the booking is dropped', (found) => !booked(found));
  await untilDay((await today()).add({ days: 40 }));
  t.is((await casesOf(applicant.familienname)).length, 2);
});

const personOf = async (caseId: string): Promise<string> =>
  (await caseWhen(caseId, 'seen', (found) => found.personId !== undefined)).personId;
const decide = async (caseId: string, what: string, command: object): Promise<void> => {
  const { status, body } = await as('sb-sg4').post(`/api/persons/${await personOf(caseId)}/${what}`, { ...command, reason: 'Zwei Pässe' });
  if (status !== 200) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
};

onDays(
  'told apart from somebody of the same name, a person gets the renewal back that had given way to the other’s application',
  async (t, untilDay) => {
    const applicant = anApplicant();
    const first = await upToDecision({ applicant });
    const day = await today();
    await issue(first.caseId, day.add({ days: 60 }).toString(), day.toString());
    await caseWhen(first.caseId, 'booked', (found) => closed(found) && booked(found));
    const other = await aDuldung({ applicant });
    await caseWhen(first.caseId, 'the booking is dropped', (found) => !booked(found));
    await decide(other.caseId, 'different', { from: await personOf(first.caseId) });
    const again = await caseWhen(first.caseId, 'booked again', booked);
    t.is(again.waits[0].until.slice(0, 10), day.add({ days: 30 }).toString());
    await untilDay((await today()).add({ days: 31 }));
    const opened = await caseWhen(first.caseId, 'the renewal is opened', (found) =>
      historyOf(found).some((text) => text.startsWith('Verlängerung eröffnet')),
    );
    t.is((await casesOf(applicant.familienname)).length, 3, historyOf(opened).join());
  },
);

onDays('records joined and parted again: the renewal opens for the one whose paper ends', async (t, untilDay) => {
  const applicant = anApplicant();
  const first = await upToDecision({ applicant });
  const day = await today();
  await issue(first.caseId, day.add({ days: 60 }).toString(), day.toString());
  await caseWhen(first.caseId, 'booked', (found) => closed(found) && booked(found));
  const other = await aDuldung({ applicant: { ...applicant, email: 'zwei@example.org' } });
  t.true(booked(await readCase(first.caseId)), 'nothing makes these two one yet');
  await decide(first.caseId, 'merge', { with: await personOf(other.caseId) });
  await caseWhen(first.caseId, 'the booking is dropped', (found) => !booked(found));
  await decide(first.caseId, 'separate', {});
  await caseWhen(first.caseId, 'booked again', booked);
  await untilDay((await today()).add({ days: 31 }));
  await caseWhen(first.caseId, 'the renewal is opened', (found) =>
    historyOf(found).some((text) => text.startsWith('Verlängerung eröffnet')),
  );
  const renewal = (await casesOf(applicant.familienname)).find((each) => ![first.caseId, other.caseId].includes(each.caseId)) as Listed;
  t.is(await personOf(renewal.caseId), await personOf(first.caseId));
});

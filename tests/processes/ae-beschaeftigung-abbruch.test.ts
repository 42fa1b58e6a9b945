import test from 'ava';
import {
  ANSWER,
  answerWait,
  aPermit,
  askedWhileExamining,
  BIOMETRICS,
  biometrics,
  CHECK,
  EXAMINE,
  type Found,
  finish,
  HEAR,
  hearing,
  kindsOf,
  openElements,
  papersComplete,
  refusalProposed,
  SORT,
  taskOf,
  upToExamination,
  upToFee,
  waitOf,
  whenSeen,
} from '../support/beschaeftigung.ts';
import { as, historyOf, lettersOf, type Opened, today } from '../support/office.ts';

const year = async (): Promise<string> => (await today()).add({ years: 1 }).toString();

/** Every place where the case waits for somebody else: which waits are open then, and how it gets there. */
const places: Record<string, { waits: string[]; upTo: () => Promise<Opened> }> = {
  'papers are missing': {
    waits: ['unterlagen'],
    upTo: async () => {
      const opened = await aPermit();
      await finish(opened.caseId, CHECK, { vollstaendigkeit: 'NACHFORDERN', fehlend: ['ARBEITSVERTRAG'] });
      return opened;
    },
  },
  'both authorities are asked': {
    waits: ['ba', 'beteiligung'],
    upTo: async () => {
      const opened = await aPermit();
      await finish(opened.caseId, CHECK, papersComplete);
      return opened;
    },
  },
  'only the employment agency has not answered': {
    waits: ['ba'],
    upTo: async () => {
      const opened = await aPermit();
      await finish(opened.caseId, CHECK, papersComplete);
      await answerWait(opened.caseId, 'beteiligung', 'KEINE');
      return opened;
    },
  },
  'only the other authorities have not answered': {
    waits: ['beteiligung'],
    upTo: async () => {
      const opened = await aPermit();
      await finish(opened.caseId, CHECK, papersComplete);
      await answerWait(opened.caseId, 'ba', 'ZUSTIMMUNG');
      return opened;
    },
  },
  'a question waits for its answer': {
    waits: [],
    upTo: async () => {
      const opened = await upToExamination();
      await finish(opened.caseId, EXAMINE, askedWhileExamining);
      await taskOf(opened.caseId, ANSWER);
      return opened;
    },
  },
  'the person is heard': {
    waits: ['anhoerung'],
    upTo: async () => {
      const opened = await upToExamination();
      await finish(opened.caseId, EXAMINE, refusalProposed);
      await finish(opened.caseId, HEAR, hearing());
      return opened;
    },
  },
  'the fee is asked for': { waits: ['zahlung'], upTo: async () => upToFee(await year()) },
  'the card is made': {
    waits: ['eat'],
    upTo: async () => {
      const opened = await upToFee(await year(), 'ARBEITGEBERWECHSEL');
      await finish(opened.caseId, BIOMETRICS, biometrics, 'svc');
      return opened;
    },
  },
};

for (const [name, { waits, upTo }] of Object.entries(places)) {
  const there = async (): Promise<string> => {
    const { caseId } = await upTo();
    await Promise.all(waits.map((kind) => waitOf(caseId, kind)));
    await whenSeen(caseId, waits.join(), (found) => kindsOf(found).join() === waits.join());
    return caseId;
  };

  test(`taken back while ${name}: nothing is waited for any more, and the person has it in writing once`, async (t) => {
    const caseId = await there();
    t.is((await as('sb-sg1').post(`/api/cases/${caseId}/withdraw`, { reason: 'hat eine andere Stelle' })).status, 202);
    const found: Found = await whenSeen(
      caseId,
      'withdrawn',
      (body) => body.status === 'zurueckgenommen' && body.waits.length === 0 && openElements(body).length === 0,
    );
    t.is(found.outcome, 'ZURUECKGENOMMEN');
    t.is(lettersOf(found).filter((type) => type === 'ruecknahme').length, 1);
  });

  test(`named anew while ${name}: the case lies before section 1 to be sorted, with all that is in it`, async (t) => {
    const caseId = await there();
    const moved = await as('sb-sg1').post(`/api/cases/${caseId}/reassign`, { anliegen: 'BLAUE_KARTE', reason: 'will eine Blaue Karte' });
    t.is(moved.status, 202);
    await taskOf(caseId, SORT);
    const found = await whenSeen(caseId, 'sorting alone', (body) => openElements(body).join() === SORT && body.waits.length === 0);
    t.deepEqual([found.section, found.anliegen, found.status], ['SG1', 'BLAUE_KARTE', 'in-bearbeitung']);
    t.truthy(found.facts.beantragteNorm);
    t.true(historyOf(found).some((text) => text.includes('will eine Blaue Karte')));
    t.is(lettersOf(found).filter((type) => type === 'eingangsbestaetigung').length, 1);
  });
}

import { randomInt } from 'node:crypto';
import {
  aPermit,
  CHECK,
  EXAMINE,
  feeAsked,
  finish,
  HEAR,
  hearing,
  ofRefusal,
  papersComplete,
  REFUSE,
  refusalProposed,
  refused,
  released,
  SIGN,
  taskOf,
  upToExamination,
  upToFee,
  waitOf,
  whenSeen,
} from '../beschaeftigung.ts';
import { aDuldung } from '../duldung.ts';
import { anApplicant, as, caseWhen, openTask, today } from '../office.ts';

/** Cases of one applicant with all that a case can hold: authorities asked, a hearing, a fee, a refusal on its way; an article; notes at a step. */
export type CaseScene = {
  askedCaseId: string;
  hearingCaseId: string;
  feeCaseId: string;
  refusedCaseId: string;
  notedTaskId: string;
  articleId: string;
  expiredId: string;
  waitingId: string;
  likelyCaseId: string;
};

export const noCases: CaseScene = {
  askedCaseId: '',
  hearingCaseId: '',
  feeCaseId: '',
  refusedCaseId: '',
  notedTaskId: '',
  articleId: '',
  expiredId: '',
  waitingId: '',
  likelyCaseId: '',
};

/** Papers that know only the year, or year and month, of a birth: every view has to bear them. */
const applicants = { by: 'antragsteller', applicant: { geburtsdatum: '1990-00-00' } };

/** Authorities are asked at the same time, and the case comes up again on a day. */
const anAskedCase = async (): Promise<string> => {
  const { caseId } = await aPermit(applicants);
  await finish(caseId, CHECK, papersComplete);
  await waitOf(caseId, 'ba');
  const date = (await today()).add({ days: 20 }).toString();
  await as('sb-sg1').post(`/api/cases/${caseId}/reminders`, { date, note: 'Vertrag anfordern' });
  await waitOf(caseId, 'wiedervorlage');
  return caseId;
};

const aHearing = async (): Promise<string> => {
  const { caseId } = await upToExamination(applicants);
  await finish(caseId, EXAMINE, refusalProposed);
  await finish(caseId, HEAR, hearing());
  await waitOf(caseId, 'anhoerung');
  return caseId;
};

const aFee = async (): Promise<string> => {
  const until = (await today()).add({ days: 700 }).toString();
  const { caseId } = await upToFee(until);
  await feeAsked(caseId);
  return caseId;
};

const aRefusal = async (): Promise<string> => {
  const { caseId } = await ofRefusal();
  await finish(caseId, REFUSE, refused({ zustellung: 'PZU' }), 'rsb-sg1');
  await finish(caseId, SIGN, released, 'rsb-sg1-2');
  await whenSeen(caseId, 'the refusal is out', (found) => found.letters.some((letter) => letter.type === 'bescheid-vers'));
  return caseId;
};

const aNotedStep = async (): Promise<string> => {
  const { caseId } = await upToExamination({ applicant: { geburtsdatum: '1990-05-00' } });
  const taskId = await taskOf(caseId, EXAMINE);
  await as('sb-sg1').post(`/api/tasks/${taskId}/feedback`, { text: 'Das Feld Anerkennung kommt zu spät.' });
  return taskId;
};

const anArticle = async (change: Record<string, unknown>): Promise<string> => {
  const content = { process: 'ae-beschaeftigung', elementId: EXAMINE, norm: ['§ 18a AufenthG'], ...change };
  const { body } = await as('wm').post('/api/knowledge/articles', {
    title: 'Anerkennung in Teilen',
    body: '**Kurz:** erst lesen.',
    ...content,
  });
  return body.articleId;
};

const aValidArticle = async (change: Record<string, unknown>): Promise<string> => {
  const articleId = await anArticle(change);
  const { status } = await as('rsb-sg1').post(`/api/knowledge/articles/${articleId}/publish`);
  if (status !== 200) throw new Error(`the article was not published: ${status}`);
  return articleId;
};

/** Two sections have what may be one person: the clerk sees that there is another file and no more. */
const aLikelyPerson = async (): Promise<string> => {
  // Whoever has the same passport is likely the same person: those of other scenes are not.
  const passNummer = `P-${randomInt(1e6, 1e7)}`;
  const applicant = anApplicant({ geburtsdatum: '1988-03-07', passNummer, telefon: '0721 100' });
  const other = await aPermit({ applicant: { ...applicant, passNummer: `${passNummer}X`, geburtsort: 'Herat' } });
  await caseWhen(other.caseId, 'routed', (found) => found.section === 'SG1', 'sb-sg1');
  const { caseId } = await aDuldung({ applicant });
  await openTask(caseId, CHECK);
  return caseId;
};

export const setCaseScene = async (): Promise<CaseScene> => {
  const [askedCaseId, hearingCaseId, feeCaseId, refusedCaseId, notedTaskId, articleId, expiredId, waitingId, likelyCaseId] =
    await Promise.all([
      anAskedCase(),
      aHearing(),
      aFee(),
      aRefusal(),
      aNotedStep(),
      aValidArticle({
        body: '**Kurz:** erst lesen.\n\n- Fehlt nur Praxis?\n- Ist der Beruf reglementiert?\n\n## Wann fragen?\n\nImmer bei Zweifeln.',
      }),
      aValidArticle({ title: 'Altes Gehalt', stand: '2024-01-01', validUntil: '2024-12-31' }),
      anArticle({ title: 'Noch ungeprüft' }),
      aLikelyPerson(),
    ]);
  return { askedCaseId, hearingCaseId, feeCaseId, refusedCaseId, notedTaskId, articleId, expiredId, waitingId, likelyCaseId };
};

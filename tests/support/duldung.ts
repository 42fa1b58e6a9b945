import { complete, type Opened, openCase, upload } from './office.ts';

/** What a clerk enters on the way of a Duldung. */
export const papersComplete = { vollstaendigkeit: 'VOLLSTAENDIG' };
export const grund = { duldungsgrund: 'PASSLOS', ersterteilung: 'JA', passVorhanden: 'NEIN' };
export const auflagen = (gueltigBis: string) => ({
  entscheidung: 'ERTEILEN',
  gueltigBis,
  wohnsitzauflage: 'NEIN',
  erwerb: 'MIT_ERLAUBNIS',
});
const weighed = 'geprüft, kommt hier nicht in Betracht';
export const ablehnung = {
  entscheidung: 'ABLEHNEN',
  spielraumAndererZweck: weighed,
  spielraumHaerte: weighed,
  spielraum25Abs5: weighed,
  spielraumNachweis: weighed,
  spielraumFrist: weighed,
  begruendung: 'Ein Duldungsgrund liegt nach Prüfung aller Umstände nicht vor.',
};
export const ausgehaendigt = (ausgehaendigtAm: string) => ({
  vordruck: 'D2a',
  seriennummer: 'D2A00012345',
  ausgehaendigtAm,
  erklaert: true,
});

export const CHECK = 'userTask_UnterlagenPruefen';
export const GROUND = 'userTask_DuldungsgrundPruefen';
export const CONDITIONS = 'userTask_AuflagenFestlegen';
export const HAND_OUT = 'userTask_BescheinigungAushaendigen';
export const SIGN = 'userTask_BescheidZeichnen';

export const aDuldung = (change: Parameters<typeof openCase>[1] = {}): Promise<Opened> =>
  openCase('DULDUNG', { ...change, facts: { schutzstatus: 'DULDUNG', ...change.facts } });

/** A Duldung whose papers are complete and whose ground is found: the clerk decides next. */
export const upToDecision = async (change: Parameters<typeof openCase>[1] = {}): Promise<Opened> => {
  const opened = await aDuldung(change);
  for (const type of ['PASS', 'FOTO', 'MELDEBESTAETIGUNG']) await upload(opened.caseId, type, 'svc');
  await complete(opened.caseId, CHECK, papersComplete);
  await complete(opened.caseId, GROUND, grund);
  return opened;
};

/** From the decision to the paper in the person's hand. */
export const issue = async (caseId: string, gueltigBis: string, ausgehaendigtAm: string): Promise<void> => {
  await complete(caseId, CONDITIONS, auflagen(gueltigBis));
  await complete(caseId, HAND_OUT, ausgehaendigt(ausgehaendigtAm));
};

import test from 'ava';
import { at, openPortal, pdf } from './portal.ts';

const { server, db, drop } = await openPortal();
test.after.always(drop);

const person = {
  vornamen: 'Amira',
  familienname: 'Nasser',
  'geburtsdatum-tag': '',
  'geburtsdatum-monat': '5',
  'geburtsdatum-jahr': '1990',
  geburtsort: 'Asmara',
  geburtsstaat: 'Eritrea',
  geschlecht: 'w',
  staat1: 'ungeklärt',
  staat2: '',
};
const address = {
  strasse: 'Lindenweg 4',
  plz: '76000',
  ort: 'Musterstadt',
  'einzugsdatum-tag': '1',
  'einzugsdatum-monat': '4',
  'einzugsdatum-jahr': '2025',
  email: 'amira@example.org',
  kontaktweg: 'email',
  sprache: 'ti',
};
const papers = {
  'titelGueltigBis-tag': '30',
  'titelGueltigBis-monat': '6',
  'titelGueltigBis-jahr': '2026',
  krankenversicherung: 'gesetzlich',
  strafverfahren: 'nein',
  passVorhanden: 'nein',
  passNummer: 'C01X',
};
const path = (step: string): string => `/mein/antrag/duldung/${step}`;

test.serial('an application is written in steps and becomes one case with its papers', async (t) => {
  const me = at(server, 'antragsteller');
  t.regex((await me.open('/mein/antrag')).page, /Was brauche ich\?[\s\S]*Antrag beginnen/);
  t.is((await me.post(path('person'), person)).to, path('adresse'));
  t.is((await me.post(path('adresse'), address)).to, path('papiere'));
  t.is((await me.post(path('papiere'), papers)).to, path('unterlagen'));
  const files = new FormData();
  files.append('PASSBEMUEHUNG', pdf('botschaft.pdf'));
  files.append('FOTO', pdf('foto.pdf'));
  files.append('PASS', new File([], ''));
  t.is((await me.upload(path('unterlagen'), files)).to, path('absenden'));
  const check = (await me.open(path('absenden'))).page;
  t.regex(check, /Mai 1990 \(Tag unbekannt\)/, 'an unknown day stays unknown');
  t.regex(check, /botschaft\.pdf/);
  t.regex((await me.open('/mein/antrag')).page, /Antrag fortsetzen/);

  const refused = await me.post(path('absenden'), { wahrheitsgemaess: 'ja' });
  t.is(refused.status, 400);
  t.regex(refused.page, /Bitte bestätigen Sie: Ich habe die Hinweise zum Datenschutz gelesen/);
  const declared = { wahrheitsgemaess: 'ja', datenschutzGelesen: 'ja' };
  const [one, two] = await Promise.all([me.post(path('absenden'), declared), me.post(path('absenden'), declared)]);
  t.deepEqual([one.status, two.status], [303, 303]);

  const cases = await db('cases').where('created_by', 'antragsteller');
  t.is(cases.length, 1, 'two clicks are one application');
  t.is(cases[0].anliegen, 'DULDUNG');
  t.deepEqual(
    (await db('documents').where('case_id', cases[0].case_id).orderBy('type')).map((row) => row.type),
    ['FOTO', 'PASSBEMUEHUNG'],
  );
  const { details } = await db('persons').where('person_id', cases[0].person_id).first();
  t.is(details.geburtsdatum, '1990-05-00');
  t.is(details.anschrift, 'Lindenweg 4, 76000 Musterstadt');
  t.is(details.passNummer, undefined, 'nothing of a passport is filed for who has none');
  t.is(await db('portal_drafts').first(), undefined);
  const sent = await me.open([one.to, two.to].find((to) => to?.includes('neu=1')) ?? '');
  t.regex(sent.page, /Ihr Antrag ist bei uns/);
});

test.serial('whoever applies again finds what the office knows', async (t) => {
  const { page } = await at(server, 'antragsteller').open(path('person'));
  t.regex(page, /value="Nasser"/);
  t.regex(page, /<option value="Eritrea" selected>/);
});

test.serial('blanks and invisible signs are no answer, and a short year is the one the question asks for', async (t) => {
  const me = at(server, 'antragsteller-2');
  const { page } = await me.post(path('person'), {
    ...person,
    familienname: '\u200b \u2800',
    'geburtsdatum-tag': '4',
    'geburtsdatum-jahr': '90',
  });
  t.true(page.includes('href="#familienname"'), 'the name is missing');
  t.false(page.includes('href="#geburtsdatum-tag"'), '4.5.90 is a birthday');
  const future = await me.post(path('person'), {
    ...person,
    'geburtsdatum-tag': '',
    'geburtsdatum-monat': '',
    'geburtsdatum-jahr': '2099',
  });
  t.true(future.page.includes('href="#geburtsdatum-tag"'), 'nobody is born in 2099');
});

test.serial('all faults come at once, each with a link to its field, and what was typed stays', async (t) => {
  const me = at(server, 'antragsteller-2');
  const { status, page } = await me.post(path('person'), { vornamen: '<b>Emeka</b>', 'geburtsdatum-jahr': '91', geschlecht: 'x' });
  t.is(status, 400);
  t.regex(page, /<title>Fehler: /);
  t.regex(page, /Bitte ändern Sie noch 6 Angaben/);
  for (const target of ['familienname', 'geburtsdatum-tag', 'geburtsort', 'geburtsstaat', 'geschlecht-0', 'staat1'])
    t.true(page.includes(`href="#${target}"`) && page.includes(`id="${target}"`), target);
  t.true(page.includes('value="&lt;b&gt;Emeka&lt;/b&gt;"'), 'as text, and kept');
  t.regex((await me.open(path('person'))).page, /value="91"/, 'kept for the next visit, too');
  t.regex((await me.post(path('adresse'), { ...address, email: '', telefon: '' })).page, /Bitte geben Sie E-Mail oder Telefon an/);
  t.regex((await me.post(path('papiere'), { ...papers, passVorhanden: 'ja' })).page, /Sie haben gesagt, dass Sie einen Pass haben/);
  const { status: sent, page: summary } = await me.post(path('absenden'), { wahrheitsgemaess: 'ja', datenschutzGelesen: 'ja' });
  t.is(sent, 400);
  t.regex(summary, /In diesem Schritt fehlt noch etwas/);
  t.is((await me.post('/mein/antrag/verwerfen')).to, '/mein/antrag');
  t.false((await me.open(path('person'))).page.includes('Emeka'));
});

test.serial('a file that cannot be taken is named, the good ones stay and can be taken out again', async (t) => {
  const me = at(server, 'antragsteller-2');
  const files = new FormData();
  files.append('FOTO', new File(['hallo'], 'foto.txt', { type: 'text/plain' }));
  files.append('PASS', pdf('pass.pdf'));
  const { status, page } = await me.upload(path('unterlagen'), files);
  t.is(status, 400);
  t.regex(page, /Digitales Passfoto: Bitte laden Sie eine Datei vom Typ PDF, JPG oder PNG hoch/);
  const fileId = /unterlagen\/([\da-f-]{36})\/entfernen/.exec(page)?.[1];
  t.is((await at(server, 'antragsteller').post(`${path('unterlagen')}/${fileId}/entfernen`)).status, 303);
  t.regex((await me.open(path('unterlagen'))).page, /pass\.pdf/, 'nobody else can take it out');
  await me.post(`${path('unterlagen')}/${fileId}/entfernen`);
  t.false((await me.open(path('unterlagen'))).page.includes('pass.pdf'));
});

test.serial('who has one name only says so, and the other field stays empty', async (t) => {
  const me = at(server, 'antragsteller');
  const forgotten = await me.post(path('person'), { ...person, familienname: '' });
  t.is(forgotten.status, 400);
  t.regex(forgotten.page, /Haben Sie nur einen Namen\?/);
  t.is((await me.post(path('person'), { ...person, familienname: '', vornamen: '', nurEinName: 'ja' })).status, 400);
  t.is((await me.post(path('person'), { ...person, familienname: '', nurEinName: 'ja' })).to, path('adresse'));
});

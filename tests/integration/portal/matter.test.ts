import test from 'ava';
import { sendLetter } from '../../../services/letters/index.ts';
import { as } from '../../support/demo-sign-in.ts';
import { aCase, aTask, aWait } from '../letters/office.ts';
import { at, openPortal, pdf } from './portal.ts';

const { server, db, deps, drop } = await openPortal();
test.after.always(drop);

const letterTo = async (caseId: string): Promise<string> => {
  const letter = await deps.db.transaction((trx) =>
    sendLetter(trx, deps, {
      caseId,
      type: 'nachforderung',
      businessKey: `test:${caseId}`,
      data: { fehlend: ['Ihr Pass', '<i>Foto</i>'], frist: 'Montag, 29. Juni 2026' },
      by: 'Lotse',
    }),
  );
  return letter.letterId;
};

test('three plain lines say where it stands, what is waited for and what is needed until when', async (t) => {
  const { caseId, aktenzeichen } = await aCase(deps);
  await aWait(deps, caseId, ['PASS', 'FOTO']);
  const { status, page } = await at(server, 'antragsteller').open(`/mein/vorgang/${caseId}`);
  t.is(status, 200);
  t.true(page.includes(aktenzeichen));
  t.regex(page, /Ihr Antrag ist seit 8\. Juni 2026 bei uns/);
  t.regex(page, /Ihre Unterlagen, bis Montag, 29\. Juni 2026/);
  t.regex(page, /Das brauchen wir noch von Ihnen[\s\S]*<li>Pass<\/li><li>Digitales Passfoto<\/li>/);
});

test('no names of the office and no reasons are shown', async (t) => {
  const { caseId } = await aCase(deps);
  await aTask(db, caseId, 'userTask_BescheidZeichnen', 'offen');
  await db('cases')
    .where('case_id', caseId)
    .update({ clerk: 'sb-sg4', open_incidents: 1, routing: JSON.stringify({ reason: 'Sachgebiet 4, weil Zeile 4 passt' }) });
  const { page } = await at(server, 'antragsteller').open(`/mein/vorgang/${caseId}`);
  t.notRegex(page, /sb-sg4|Sachgebiet|Zeile|zeichnen|Störung/i);
  t.regex(page, /Wir entscheiden/);
});

test('a paper that is asked for can be handed in here, and is then not asked for any more', async (t) => {
  const { caseId } = await aCase(deps);
  await aWait(deps, caseId, ['PASS']);
  const me = at(server, 'antragsteller');
  const empty = await me.upload(`/mein/vorgang/${caseId}`, new FormData());
  t.is(empty.status, 400);
  t.regex(empty.page, /Bitte sagen Sie uns, was das ist[\s\S]*Bitte wählen Sie eine Datei aus/);
  const form = new FormData();
  form.set('type', 'PASS');
  form.set('file', pdf('pass.pdf'));
  t.is((await me.upload(`/mein/vorgang/${caseId}`, form)).to, `/mein/vorgang/${caseId}?hochgeladen=1`);
  const { page } = await me.open(`/mein/vorgang/${caseId}?hochgeladen=1`);
  t.regex(page, /Ihre Unterlage ist angekommen/);
  t.notRegex(page, /Das brauchen wir noch/);
});

test('an application is taken back after one more question', async (t) => {
  const { caseId } = await aCase(deps);
  const me = at(server, 'antragsteller');
  t.regex((await me.open(`/mein/vorgang/${caseId}/zuruecknehmen`)).page, /Antrag zurücknehmen\?/);
  const back = await me.post(`/mein/vorgang/${caseId}/zuruecknehmen`);
  t.is(back.to, `/mein/vorgang/${caseId}?zurueck=1`);
  t.truthy(await db('case_history').where({ case_id: caseId, line_key: 'withdrawn' }).first());
  t.regex((await me.open(back.to ?? '')).page, /Wir beenden ihn gerade/);
});

test('a letter is opened by reading it, and printed with its address and exact wording', async (t) => {
  const { caseId } = await aCase(deps);
  const letterId = await letterTo(caseId);
  const opened = async () => (await db('letters').where('letter_id', letterId).first()).opened_at;
  const staff = await server.inject({ url: `/briefe/${letterId}/druck`, headers: as('sb-sg4') });
  t.is(staff.statusCode, 200);
  t.is(await opened(), null, 'the office does not open it');
  t.regex(staff.payload, /class="recipient">Amira Nasser/);
  t.regex(staff.payload, /MUSTER – ohne Rechtswirkung/);
  t.regex(staff.payload, /Nach § 82 Absatz 1 des Aufenthaltsgesetzes sind Sie verpflichtet, Ihre Belange/);
  t.true(staff.payload.includes('<li>&lt;i&gt;Foto&lt;/i&gt;</li>'), 'what somebody wrote stays text');
  const { page } = await at(server, 'antragsteller').open(`/mein/briefe/${letterId}`);
  t.regex(page, /Genauer Wortlaut/);
  t.truthy(await opened());
});

test('absent and not mine look the same', async (t) => {
  const { caseId } = await aCase(deps);
  const letterId = await letterTo(caseId);
  const other = at(server, 'antragsteller-2');
  const absent = (await other.open(`/mein/vorgang/${crypto.randomUUID()}`)).page;
  for (const url of [`/mein/vorgang/${caseId}`, `/mein/vorgang/${caseId}/zuruecknehmen`, `/mein/briefe/${letterId}`]) {
    const { status, page } = await other.open(url);
    t.is(status, 404, url);
    t.is(page, absent, url);
  }
  t.is((await other.post(`/mein/vorgang/${caseId}/zuruecknehmen`)).status, 404);
  t.is((await at(server, 'sb-sg4').open('/mein')).status, 404, 'the office has no mailbox');
  for (const account of ['sb-sg1', 'tel', 'antragsteller-2'])
    t.is((await at(server, account).open(`/briefe/${letterId}/druck`)).status, 404, account);
});

test('English on request, kept in a cookie; a letter stays German', async (t) => {
  const { caseId } = await aCase(deps);
  const letterId = await letterTo(caseId);
  const me = at(server, 'antragsteller');
  const { page, headers } = await me.open(`/mein/vorgang/${caseId}?lang=en`);
  t.regex(page, /<html lang="en">[\s\S]*We have had your application since 8 June 2026/);
  t.regex(String(headers['set-cookie']), /lotse-sprache=en; Path=\//);
  const letter = (await me.open(`/mein/briefe/${letterId}`, { cookie: 'a=b; lotse-sprache=en' })).page;
  t.regex(letter, /Only the German text of this letter is legally binding[\s\S]*<article class="letter" lang="de">/);
  t.is((await me.open('/mein?lang=fr')).status, 400);
});

test('who is not signed in is led to the sign-in, but a form sent in vain is not lost', async (t) => {
  const read = await server.inject({ url: '/mein?lang=en' });
  t.is(read.statusCode, 302);
  t.is(read.headers.location, '/auth/login?returnTo=%2Fmein%3Flang%3Den');
  const sent = await server.inject({ method: 'POST', url: '/mein/antrag/verwerfen' });
  t.is(sent.statusCode, 401);
  t.regex(sent.payload, /Melden Sie sich in einem neuen Fenster wieder an/);
});

test('pages keep nothing personal in a cache and let no other site frame them', async (t) => {
  const { headers } = await at(server, 'antragsteller').open('/mein');
  t.is(headers['cache-control'], 'no-store');
  t.is(headers['referrer-policy'], 'same-origin');
  t.regex(String(headers['content-security-policy']), /frame-ancestors 'none'/);
});

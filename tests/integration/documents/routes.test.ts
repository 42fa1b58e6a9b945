import { randomUUID } from 'node:crypto';
import test from 'ava';
import addDocument from '../../../services/documents/routes/add-document.ts';
import getDocument from '../../../services/documents/routes/get-document.ts';
import { aCase, openOffice, serve } from '../letters/office.ts';
import { multipart, type Part } from './multipart.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);

const server = serve(deps, addDocument, getDocument);
const pdf = (text: string = randomUUID()) => Buffer.from(`%PDF-1.7 ${text}`);
const file = (content: Buffer | string, filename = 'Pass.pdf', contentType = 'application/pdf'): Part => ({
  name: 'file',
  content,
  filename,
  contentType,
});
const kind = (type: string): Part => ({ name: 'type', content: type });
const send = async (caseId: string, account: string, parts: Part[]) => {
  const { payload, headers } = multipart(parts);
  const answer = await server.inject({
    method: 'POST',
    url: `/api/cases/${caseId}/documents`,
    payload,
    headers: { ...headers, authorization: account },
  });
  return { statusCode: answer.statusCode, body: JSON.parse(answer.payload) };
};
const get = (caseId: string, documentId: string, account: string) =>
  server.inject({ url: `/api/cases/${caseId}/documents/${documentId}`, headers: { authorization: account } });
const count = async (caseId: string) => (await db('documents').where('case_id', caseId)).length;

test('the applicant files a paper; the same again is the same paper', async (t) => {
  const { caseId } = await aCase(deps);
  const content = pdf();
  const first = await send(caseId, 'antragsteller', [file(content), kind('PASS')]);
  t.is(first.statusCode, 201);
  const again = await send(caseId, 'antragsteller', [file(content, 'anders.pdf'), kind('PASS')]);
  t.deepEqual(again, { statusCode: 200, body: first.body });
  t.is(await count(caseId), 1);
  t.like(await db('audit').where({ case_id: caseId, action: 'add document' }).first(), {
    actor: 'antragsteller',
    section: 'SG4',
    outcome: 'done',
  });
});

test('a paper comes back byte for byte, as a download that no browser opens in our name', async (t) => {
  const { caseId } = await aCase(deps);
  const content = Buffer.concat([pdf(), Buffer.from([0, 1, 254, 255])]);
  const { body } = await send(caseId, 'antragsteller', [file(content, 'Müller "1".pdf'.replaceAll('"', '')), kind('PASS')]);
  const answer = await get(caseId, body.documentId, 'sb-sg4');
  t.is(answer.statusCode, 200);
  t.deepEqual(answer.rawPayload, content);
  t.is(answer.headers['content-type'], 'application/pdf');
  t.is(answer.headers['content-disposition'], 'attachment; filename="Muller 1.pdf"; filename*=UTF-8\'\'M%C3%BCller%201.pdf');
  t.regex(String(answer.headers['content-security-policy']), /^sandbox;/);
  t.is(answer.headers['x-content-type-options'], 'nosniff');
  t.is(answer.headers['cache-control'], 'no-store');
  t.is((await db('audit').where({ case_id: caseId, action: 'view document' })).length, 1);
});

test('service and emergency desk take papers in without seeing them; the telephone does not', async (t) => {
  const { caseId } = await aCase(deps);
  const { statusCode, body } = await send(caseId, 'svc', [file(pdf()), kind('PASS')]);
  t.is(statusCode, 201);
  t.is((await get(caseId, body.documentId, 'svc')).statusCode, 404);
  t.is((await send(caseId, 'tel', [file(pdf()), kind('PASS')])).statusCode, 403);
  t.is(await count(caseId), 1);
});

test('for those who may not see the case, upload and download answer as if it did not exist', async (t) => {
  const { caseId } = await aCase(deps);
  const hidden = await aCase(deps, { anliegen: 'SICHERHEIT', by: 'sicherheit' });
  const { body } = await send(caseId, 'antragsteller', [file(pdf()), kind('PASS')]);
  const absent = await send(randomUUID(), 'sb-sg4', [file(pdf()), kind('PASS')]);
  t.is(absent.statusCode, 404);
  t.deepEqual(await send(caseId, 'antragsteller-2', [file(pdf()), kind('PASS')]), absent);
  t.deepEqual(await send(caseId, 'sb-sg1', [file(pdf()), kind('PASS')]), absent);
  t.deepEqual(await send(hidden.caseId, 'sb-sg4', [file(pdf()), kind('PASS')]), absent);
  t.deepEqual(await send(hidden.caseId, 'sb-sg4', [file('MZ', 'a.exe'), kind('PASS')]), absent);
  t.is((await send(hidden.caseId, 'sicherheit', [file(pdf()), kind('PASS')])).statusCode, 201);
  for (const [id, account] of [
    [caseId, 'antragsteller-2'],
    [caseId, 'sb-sg1'],
    [hidden.caseId, 'sicherheit'],
    [randomUUID(), 'sb-sg4'],
  ] as const) {
    const answer = await get(id, body.documentId, account);
    t.deepEqual({ statusCode: answer.statusCode, body: JSON.parse(answer.payload) }, absent);
  }
});

const refused: Record<string, Part[]> = {
  'no file': [kind('PASS')],
  'no kind': [file(pdf())],
  'an unknown kind': [file(pdf()), kind('NONSENSE')],
  'an empty file': [file(''), kind('PASS')],
  'a text file': [file('%PDF-1.7 hello', 'a.pdf', 'text/plain'), kind('PASS')],
  'a JSON file': [file('{"a":1}', 'a.json', 'application/json'), kind('PASS')],
  'text where the file should be': [{ name: 'file', content: '%PDF-1.7' }, kind('PASS')],
  'two files': [file(pdf()), file(pdf()), kind('PASS')],
  'an unknown field': [file(pdf()), kind('PASS'), { name: 'hidden', content: '1' }],
  'a web page with the ending of a picture': [file('<html>', 'a.png', 'image/png'), kind('FOTO')],
};
for (const [name, parts] of Object.entries(refused)) {
  test(`${name} is answered 400 with the field, and nothing is stored`, async (t) => {
    const { caseId } = await aCase(deps);
    const { statusCode, body } = await send(caseId, 'antragsteller', parts);
    t.is(statusCode, 400);
    t.true(
      Array.isArray(body.details) &&
        body.details.length > 0 &&
        body.details.every((fault: { field?: string; message?: string }) => fault.field && fault.message),
    );
    t.is(await count(caseId), 0);
  });
}

test('ten megabytes fit through, more is answered 413', async (t) => {
  const { caseId } = await aCase(deps);
  const content = Buffer.alloc(10 * 1024 * 1024 + 1);
  pdf().copy(content);
  t.is((await send(caseId, 'antragsteller', [file(content.subarray(0, -1)), kind('PASS')])).statusCode, 201);
  t.is((await send(caseId, 'antragsteller', [file(content), kind('PASS')])).statusCode, 413);
  t.is((await send(caseId, 'antragsteller', [file(Buffer.concat([content, content])), kind('PASS')])).statusCode, 413);
  t.is(await count(caseId), 1);
});

test('papers after the decision are stored too', async (t) => {
  const { caseId } = await aCase(deps);
  await db('cases').where('case_id', caseId).update({ status: 'abgeschlossen' });
  t.is((await send(caseId, 'antragsteller', [file(pdf()), kind('SONSTIGES')])).statusCode, 201);
});

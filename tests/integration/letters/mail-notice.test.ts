import { type AddressInfo, createServer, type Server } from 'node:net';
import test from 'ava';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { CommandContext } from '../../../services/engine/define-command.ts';
import sendMailNotice from '../../../services/letters/commands/send-mail-notice.ts';
import { sendLetter } from '../../../services/letters/index.ts';
import { aCase, openOffice } from './office.ts';

const { db, deps, drop } = await openOffice();
const caught: ParsedMail[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => done(address.startsWith('weg') ? new Error(`no such user ${address}`) : null),
  onData: (stream, _session, done) => {
    simpleParser(stream).then((mail) => {
      caught.push(mail);
      done();
    }, done);
  },
});
const port = (server: Server): number => (server.address() as AddressInfo).port;
test.before(() => new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve)));
test.after.always(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await drop();
});

const aLetter = async (options: Parameters<typeof aCase>[1], type = 'ruecknahme') => {
  const { caseId } = await aCase(deps, options);
  const data = { eingangAm: 'Montag, 8. Juni 2026' };
  return db.transaction((trx) => sendLetter(trx, deps, { caseId, type, businessKey: `${caseId}:${type}`, data, by: 'Lotse' }));
};
const notice = (letterId: string, smtpUrl = `smtp://127.0.0.1:${port(smtp.server)}`) =>
  sendMailNotice.run({ letterId } as never, { ...deps, config: { ...deps.config, smtpUrl } } as typeof deps, {} as CommandContext);

test.serial('mails of different letters and cases differ in recipient and Message-ID only, and name nothing', async (t) => {
  const first = await aLetter({ email: 'eins@example.org' });
  const second = await aLetter({ email: 'zwei@example.org' }, 'eingangsbestaetigung');
  await notice(first.letterId);
  await notice(second.letterId);
  t.is(caught.length, 2);
  const [one, two] = caught as [ParsedMail, ParsedMail];
  t.is(one.subject, two.subject);
  t.is(one.text, two.text);
  t.is(one.messageId, `<${first.letterId}@musterstadt.example>`);
  t.false(/AB-\d|Nasser|Amira|Rücknahme|Eingang/.test(`${one.subject} ${one.text} ${two.text}`));
});

test.serial('a command that runs twice sends the same Message-ID, so the second is known for a repeat', async (t) => {
  const { letterId } = await aLetter({});
  caught.length = 0;
  await notice(letterId);
  await notice(letterId);
  t.is(new Set(caught.map((mail) => mail.messageId)).size, 1);
});

test.serial('no mail without an address, for a hidden case, or for a letter that is not there', async (t) => {
  caught.length = 0;
  await notice((await aLetter({ email: '' })).letterId);
  await notice((await aLetter({ anliegen: 'SICHERHEIT', by: 'sicherheit' })).letterId);
  await notice('00000000-0000-4000-8000-000000000000');
  t.is(caught.length, 0);
});

test.serial('a refused recipient fails the command without repeating the address', async (t) => {
  const { letterId } = await aLetter({ email: 'weg@example.org' });
  const error = await t.throwsAsync(notice(letterId), { message: /nicht angenommen/ });
  t.false(error?.message.includes('weg@'));
});

test.serial('a mail server that is gone fails the command', async (t) => {
  const { letterId } = await aLetter({});
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const free = port(gone);
  await new Promise((resolve) => gone.close(resolve));
  await t.throwsAsync(notice(letterId, `smtp://127.0.0.1:${free}`), { message: /nicht angenommen \(E/ });
});

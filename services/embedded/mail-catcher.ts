import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { requireFreePort } from './ports.ts';

/** `messageId` tells a mail sent twice, which counts as one, from two mails of the same words. */
export type CaughtMail = {
  at: string;
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  attachments: string[];
};
export type MailCatcher = { smtpUrl: string; listUrl: string; stop(): Promise<void> };

const addresses = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));

/** Takes every mail and delivers none: what would have gone out lies in the data folder, one JSON line each, and at GET /messages. */
export const startMailCatcher = async (options: { dataDir: string; smtpPort: number; listPort: number }): Promise<MailCatcher> => {
  const file = join(options.dataDir, 'mails.jsonl');
  const list = (): CaughtMail[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as CaughtMail)
      : [];
  await requireFreePort(options.smtpPort, 'EMBEDDED_SMTP_PORT');
  await requireFreePort(options.listPort, 'EMBEDDED_MAIL_PORT');

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 10_000_000,
    onData: (stream, session, done) => {
      simpleParser(stream)
        .then((mail) => {
          const caught: CaughtMail = {
            at: new Date().toISOString(),
            messageId: mail.messageId ?? '',
            from: addresses(mail.from)[0] ?? '',
            to: session.envelope.rcptTo.map(({ address }) => address),
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            attachments: mail.attachments.map(({ filename }) => filename ?? ''),
          };
          appendFileSync(file, `${JSON.stringify(caught)}\n`, { mode: 0o600 });
          done();
        })
        .catch((error: Error) => done(error));
    },
  });
  // A client that hangs up in the middle is no reason to end.
  smtp.on('error', () => {});
  await new Promise<void>((resolve) => smtp.listen(options.smtpPort, '127.0.0.1', resolve));

  const http = createServer((request, response) => {
    const found = request.method === 'GET' && request.url?.split('?')[0] === '/messages';
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    response.end(JSON.stringify(found ? list() : { message: 'Hier gibt es nur /messages.' }));
  });
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(options.listPort, '127.0.0.1', resolve));

  return {
    smtpUrl: `smtp://127.0.0.1:${options.smtpPort}`,
    listUrl: `http://127.0.0.1:${options.listPort}/messages`,
    stop: async () => {
      http.closeAllConnections();
      await Promise.all([new Promise((resolve) => http.close(resolve)), new Promise<void>((resolve) => smtp.close(() => resolve()))]);
    },
  };
};

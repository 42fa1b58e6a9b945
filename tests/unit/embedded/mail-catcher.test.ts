import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { createTransport } from 'nodemailer';
import { type CaughtMail, startMailCatcher } from '../../../services/embedded/mail-catcher.ts';
import { findFreePorts } from '../../../services/embedded/ports.ts';

test('a mail is kept, shown and still there after a restart', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-mail-'));
  const [smtpPort, listPort] = (await findFreePorts(2)) as [number, number];
  const begin = () => startMailCatcher({ dataDir, smtpPort, listPort });
  let catcher = await begin();
  t.teardown(() => catcher.stop());
  const list = async () => (await (await fetch(catcher.listUrl)).json()) as CaughtMail[];

  t.deepEqual(await list(), []);
  const mail = {
    from: 'amt@musterstadt.example',
    to: 'samira@beispiel.example',
    subject: 'Für Sie liegt etwas bereit',
    text: 'Größe: äöü',
  };
  await createTransport(catcher.smtpUrl).sendMail(mail);
  await catcher.stop();
  catcher = await begin();
  const [caught, ...more] = await list();
  t.deepEqual(more, []);
  t.like(caught, { from: mail.from, to: [mail.to], subject: mail.subject });
  t.is(caught?.text.trim(), mail.text);
  t.is((await fetch(new URL('/', catcher.listUrl))).status, 404);
});

import Joi from 'joi';
import { createTransport } from 'nodemailer';
import { getCase } from '../../cases/index.ts';
import { defineCommand } from '../../engine/define-command.ts';
import { findPerson } from '../../persons/index.ts';
import { composeNotice } from '../mail-notice.ts';
import { findLetter } from '../store.ts';

declare module '../../engine/define-command.ts' {
  interface Payloads {
    'send-mail-notice': { letterId: string };
  }
}

const LIMIT_MS = 10_000;

/**
 * Tells the applicant by e-mail that something waits, and nothing more. The address is read here, so that it stands in no
 * queue. Should it run twice, both mails carry the letter's Message-ID and count as one.
 */
export default defineCommand<{ letterId: string }>({
  schema: { letterId: Joi.string().uuid().required() },
  needsEngine: false,
  run: async ({ letterId }, deps) => {
    const letter = await findLetter(deps.db, letterId);
    if (!letter) return;
    const found = await getCase(deps.db, letter.caseId);
    if (found.hidden) return;
    const person = await findPerson(deps.db, found.personId);
    const address = person?.details.email;
    if (!address) return;
    const transport = createTransport(deps.config.smtpUrl, {
      connectionTimeout: LIMIT_MS,
      greetingTimeout: LIMIT_MS,
      socketTimeout: LIMIT_MS,
      dnsTimeout: LIMIT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[1]);
    try {
      await transport.sendMail(composeNotice(deps.config, { letterId, address }));
    } catch (error) {
      // The server's own words often repeat the address; they must reach neither log nor queue.
      const code = (error as { responseCode?: number; code?: string }).responseCode ?? (error as { code?: string }).code ?? 'unbekannt';
      throw new Error(`Der Mailserver hat den Hinweis zu Brief ${letterId} nicht angenommen (${code}).`);
    } finally {
      transport.close();
    }
  },
});

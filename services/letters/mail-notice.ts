import type { Config } from '../platform/config.ts';

const subject = 'Eine Nachricht der Ausländerbehörde wartet auf Sie';

const body = (publicUrl: string): string => `Guten Tag,

für Sie liegt eine neue Nachricht bereit. Sie finden sie in Ihrem Postfach im Portal:
${publicUrl}

Haben Sie kein Postfach? Dann kommt die Nachricht mit der Post.

In dieser E-Mail steht mit Absicht nicht, worum es geht. Bitte antworten Sie nicht auf diese E-Mail.

Ihre Ausländerbehörde Musterstadt
`;

const domainOf = (sender: string): string => /@([^\s>]+)/.exec(sender)?.[1] ?? 'localhost';

/**
 * The e-mail that something waits. Content never goes out by open e-mail, so every letter of every case has the same words:
 * no name, no Aktenzeichen, no kind of letter. Only recipient and Message-ID differ.
 */
export const composeNotice = (config: Pick<Config, 'mailFrom' | 'publicUrl'>, notice: { letterId: string; address: string }) => ({
  from: config.mailFrom,
  to: { name: '', address: notice.address },
  subject,
  text: body(config.publicUrl),
  messageId: `<${notice.letterId}@${domainOf(config.mailFrom)}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
});

import { readFileSync } from 'node:fs';
import test from 'ava';
import { formatDate, formatDay, officeDay } from '../../../services/letters/format-date.ts';
import { composeNotice } from '../../../services/letters/mail-notice.ts';
import { parseTemplate } from '../../../services/letters/parse-template.ts';
import { hashExact, type LetterBlock, renderLetter } from '../../../services/letters/render-letter.ts';
import { readTemplates } from '../../../services/letters/templates.ts';
import { sampleData } from './sample-data.ts';

const head = '---\ntype: probe\nbetreff: Probe\nnorm: § 1 Probengesetz\nrechtsstand: 2026-04-29\nkanal: portal\n---\n';
const probe = (body: string) => parseTemplate(`${head}${body}`, 'probe.md');
const textOf = (block: LetterBlock | undefined): string | undefined => (block && block.kind !== 'liste' ? block.text : undefined);
const frozen = JSON.parse(readFileSync(new URL('../../../services/letters/exact-blocks.json', import.meta.url), 'utf8')) as Record<
  string,
  string[]
>;

test('headlines, paragraphs, lists and exact blocks come out in order', (t) => {
  const template = probe('# Kurz\n\nGuten Tag {{name}},\nwir schreiben Ihnen.\n\n{{liste:fehlend}}\n\n:::exakt\nZeile 1\n\nZeile 2\n:::\n');
  const { subject, blocks } = renderLetter(template, { name: 'Ana', fehlend: ['a', 'b'] }, { demo: false });
  t.is(subject, 'Probe');
  t.deepEqual(blocks, [
    { kind: 'ueberschrift', text: 'Kurz' },
    { kind: 'absatz', text: 'Guten Tag Ana, wir schreiben Ihnen.' },
    { kind: 'liste', items: ['a', 'b'] },
    { kind: 'exakt', text: 'Zeile 1\n\nZeile 2' },
    { kind: 'exakt', text: 'Rechtsgrundlage: § 1 Probengesetz. Stand des Rechts: 29. April 2026.' },
  ]);
});

test('a placeholder in a surname stays text, in paragraphs, lists and exact blocks', (t) => {
  const template = probe('{{name}} {{aktenzeichen}}\n\n{{liste:fehlend}}\n\n:::exakt\n{{name}}\n:::');
  const evil = '{{aktenzeichen}} {{liste:fehlend}} :::exakt <b>&amp;</b> $1 $& # x';
  const { blocks } = renderLetter(template, { name: evil, aktenzeichen: 'AB-1', fehlend: [evil] }, { demo: false });
  t.is(textOf(blocks[0]), `${evil} AB-1`);
  t.deepEqual(blocks[1], { kind: 'liste', items: [evil] });
  t.is(textOf(blocks[2]), evil);
});

test('control signs and signs that turn the writing are taken out of values', (t) => {
  const { blocks } = renderLetter(probe('{{name}}'), { name: 'A\u0000b\u202Ec\u0007d\r\ne' }, { demo: false });
  t.is(textOf(blocks[0]), 'Abcd\ne');
});

test('a value or a list that is missing is a mistake and named', (t) => {
  t.throws(() => renderLetter(probe('{{name}}'), {}, { demo: false }), { message: /needs a text for "name"/ });
  t.throws(() => renderLetter(probe('{{name}}'), { name: '' }, { demo: false }), { message: /needs a text for "name"/ });
  t.throws(() => renderLetter(probe('{{liste:fehlend}}'), { fehlend: [] }, { demo: false }), { message: /needs a list "fehlend"/ });
});

test('a letter that is badly written is refused with its name', (t) => {
  t.throws(() => parseTemplate('Hallo', 'x.md'), { message: /x\.md: Das Schreiben beginnt mit einem Kopf/ });
  t.throws(() => parseTemplate(`${head.replace('norm: § 1 Probengesetz\n', '')}Hallo`, 'x.md'), { message: /Im Kopf fehlt „norm“/ });
  t.throws(() => parseTemplate(`${head.replace('portal', 'fax')}Hallo`, 'x.md'), {
    message: /kanal ist „portal“ oder „post“, nicht „fax“/,
  });
  t.throws(() => probe(':::exakt\noffen'), { message: /endet nicht mit „:::“/ });
  t.throws(() => probe('\n'), { message: /hat keinen Text/ });
});

for (const template of readTemplates().values()) {
  test(`the letter ${template.type} is marked as a sample in the demo only, names its law, and says Sie`, (t) => {
    const demo = renderLetter(template, sampleData, { demo: true });
    const real = renderLetter(template, sampleData, { demo: false });
    t.is(textOf(demo.blocks[0]), 'MUSTER – ohne Rechtswirkung');
    t.false(JSON.stringify(real).includes('MUSTER'));
    t.is(demo.exactHash, real.exactHash);
    t.regex(textOf(demo.blocks.at(-1)) ?? '', /^Rechtsgrundlage: .+ Stand des Rechts: 29\. April 2026\.$/);
    t.false(/\{\{|\}\}|:::/.test(JSON.stringify(demo)));
    t.regex(JSON.stringify(demo.blocks), /Sie /);
    t.false(/\b(?:bzw|ggf|z\. ?B|usw|gem|i\. ?V|Abs|Nr)\./.test(JSON.stringify(demo)), 'an abbreviation');
  });

  test(`the exact blocks of ${template.type} are the ones that were signed off`, (t) => {
    const now = template.blocks.flatMap((block) => (block.kind === 'exakt' ? [hashExact([block.source])] : []));
    t.deepEqual(
      now,
      frozen[template.type] ?? [],
      'The wording changed. A lawyer of the office signs it, then its hash goes into exact-blocks.json.',
    );
  });
}

test('every frozen hash belongs to a letter that exists', (t) => {
  t.deepEqual(
    Object.keys(frozen).filter((type) => !readTemplates().has(type)),
    [],
  );
});

test('changing one sign of an exact block changes its hash', (t) => {
  t.not(hashExact(['innerhalb eines Monats']), hashExact(['innerhalb eines Monat']));
});

test('a Duldung is never called a permission or title without saying that it is none', (t) => {
  const text = JSON.stringify(renderLetter(readTemplates().get('duldung') as never, sampleData, { demo: false }).blocks);
  t.regex(text, /Eine Duldung ist kein Aufenthaltstitel\./);
  t.is([...text.matchAll(/titel/gi)].length, 1);
});

test('dates are whole, and days are those of the office', (t) => {
  t.is(formatDay('2026-06-29'), 'Montag, 29. Juni 2026');
  t.is(formatDate('2026-04-29'), '29. April 2026');
  t.is(officeDay('2026-06-29T22:30:00Z'), '2026-06-30');
  t.is(formatDay(new Date('2026-06-29T21:59:59Z')), 'Montag, 29. Juni 2026');
});

test('the e-mail notice is the same for every letter but for recipient and Message-ID', (t) => {
  const config = { mailFrom: 'Amt <nicht@amt.example>', publicUrl: 'https://portal.example' };
  const { to: _to, messageId, ...first } = composeNotice(config, { letterId: 'l1', address: 'a@x.example' });
  const { to, messageId: other, ...second } = composeNotice(config, { letterId: 'l2', address: 'b@x.example' });
  t.deepEqual(first, second);
  t.is(messageId, '<l1@amt.example>');
  t.is(other, '<l2@amt.example>');
  t.deepEqual(to, { name: '', address: 'b@x.example' });
  t.false(/AB-|SI-|Duldung|Bescheid/.test(first.subject + first.text));
});

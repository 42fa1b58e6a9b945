import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';

const root = join(import.meta.dirname, '../../..');

/** What a view must not write itself: the class, the part that writes it, and the elements by which it is told. */
const parts: readonly { part: string; written: RegExp }[] = [
  {
    part: 'Button, ButtonLink, LinkButton (ui/button.tsx)',
    written: /<(?:button|a)\b[^<]*?\bclass=(?:"|\{`|\{'|\{[^}]*?')(?:link-)?button[ "`'$-]/g,
  },
  { part: 'PickFile (ui/pick-file.tsx)', written: /\bclass="over-button"/g },
  { part: 'Notice (ui/notice.tsx)', written: /<(?:p|div)\b[^<]*?\bclass=(?:"|\{`|\{'|\{[^}]*?')notice[ "`']/g },
  { part: 'Page, Breadcrumb (ui/page.tsx)', written: /\bclass="(?:work|breadcrumb)[ "]/g },
  { part: 'Card (ui/card.tsx)', written: /\bclass="(?:[\w-]+ )*case-card[ "]/g },
  { part: 'Lines, Line, FactList (ui/lines.tsx)', written: /\bclass="(?:lines|line|facts)[ "]/g },
  { part: 'Field (ui/field.tsx)', written: /<label\b[^<]*?\bclass="field[ "]/g },
  { part: 'DataTable (ui/data-table.tsx)', written: /\bclass="(?:[\w-]+ )*(?:scroll"[^>]*>\s*<table|table--stack)\b/g },
];

const foundIn = (path: string, text: string): string[] =>
  parts.flatMap(({ part, written }) =>
    [...text.matchAll(written)].map(({ index }) => `${path}:${text.slice(0, index).split('\n').length} ${part}`),
  );

test('views are built from the parts of ui/: none writes a button, a card or a table of its own', (t) => {
  const views = globSync('web/src/**/*.tsx', { cwd: root, exclude: ['web/src/ui/**'] }).map((path) => path.replaceAll('\\', '/'));
  t.true(views.length > 150, 'files are found at all');
  t.deepEqual(
    views.flatMap((path) => foundIn(path, readFileSync(join(root, path), 'utf8'))),
    [],
  );
});

test('what a view writes itself is found with its line, however it is written', (t) => {
  for (const text of [
    '<button type="button" class="button button--small">',
    '<a href={path} class="button">',
    '<button onClick={() => go()} class={`button button--danger`}>',
    "<button class={open ? 'button button--primary' : 'button'}>",
    '<button\n  type="button"\n  class="link-button"\n>',
    '<input type="file" class="over-button" />',
    '<p class="notice notice--warn">',
    '<div class="work map-page">',
    '<nav aria-label={t.way} class="breadcrumb">',
    '<section class="case-card case-card--attention">',
    '<ul class="lines">',
    '<dl class="facts">',
    '<label class="field field--inline">',
    '<div class="scroll">\n  <table class="table">',
    '<table class="table table--stack">',
  ])
    t.true(foundIn('planted.tsx', `\n${text}`).length > 0, text);
  t.deepEqual(foundIn('planted.tsx', '<p class="field__hint"><Button small class="inbox__more" /><span class="outline__line" /></p>'), []);
});

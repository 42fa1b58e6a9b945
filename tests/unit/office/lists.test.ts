import { existsSync, readFileSync } from 'node:fs';
import test from 'ava';
import { checkOfficeFile, codesOf, findRow, getRow, nameOf, officeLists, rowsOf } from '../../../services/office/index.ts';
import { parseList, rowOfList } from '../../../services/office/read-list.ts';

const listOf = (list: string): string => readFileSync(`processes/amt/${list}.json`, 'utf8');

for (const list of officeLists)
  test(`the list ${list} has nothing wrong with it`, (t) => {
    t.deepEqual(checkOfficeFile(list, listOf(list)), []);
    t.is(new Set(codesOf(list)).size, rowsOf(list).length);
  });

test('a wrong row is named by file, row and field', (t) => {
  const one = { code: 'EINS', de: 'Eins', en: 'One' };
  const read = (rows: unknown) => () => parseList('processes/amt/probe.json', JSON.stringify(rows), rowOfList());
  t.is(t.throws(read([one, { code: 'ZWEI', de: 'Zwei' }]))?.message, 'processes/amt/probe.json: Eintrag 2 (ZWEI), Feld „en“: fehlt.');
  t.regex(String(t.throws(read([one, { ...one, frist: 3 }]))), /Eintrag 2 \(EINS\), Feld „frist“: ist nicht bekannt\./);
  t.regex(String(t.throws(read([one, one]))), /Eintrag 2 \(EINS\): Der Code steht schon in Eintrag 1\./);
  t.regex(String(t.throws(read([{ ...one, code: 'MIT LEER' }]))), /Feld „code“: hat ein Zeichen/);
  t.regex(String(t.throws(read({}))), /probe\.json: Die Datei ist keine Liste\./);
  t.regex(String(t.throws(() => parseList('processes/amt/probe.json', '[', rowOfList()))), /probe\.json: Die Datei ist kein JSON/);
});

test('a file that nobody reads is no list', (t) => {
  t.deepEqual(checkOfficeFile('anfragen', '[]'), ['Diese Liste liest niemand (services/office/lists.ts).']);
});

test('a code has a name in both languages, and an unknown one stands as it is', (t) => {
  t.is(nameOf('behoerden', 'BDR'), 'Bundesdruckerei');
  t.is(nameOf('behoerden', 'BDR', 'en'), 'Federal Printing Office');
  t.is(nameOf('behoerden', 'XYZ'), 'XYZ');
  t.is(findRow('behoerden', 'XYZ'), undefined);
  t.throws(() => getRow('behoerden', 'XYZ'), { message: '„XYZ“ steht nicht in processes/amt/behoerden.json.' });
});

test('what a row names exists', (t) => {
  const papers = codesOf('unterlagen');
  const asked = rowsOf('unterlagen').flatMap(({ noetig = [] }) => noetig);
  for (const { anliegen, oder = [] } of asked) {
    t.true(anliegen === undefined || codesOf('anliegen').includes(anliegen), anliegen);
    for (const code of oder) t.true(papers.includes(code), code);
  }
  for (const { onlineAntrag } of rowsOf('anliegen')) for (const code of onlineAntrag?.unterlagen ?? []) t.true(papers.includes(code), code);
  for (const { code, schreiben } of rowsOf('bescheide')) if (schreiben) t.true(existsSync(`processes/letters/${schreiben}.md`), code);
  for (const { wieAbgelehnte } of rowsOf('leistungen')) if (wieAbgelehnte) t.true(codesOf('leistungen').includes(wieAbgelehnte));
});

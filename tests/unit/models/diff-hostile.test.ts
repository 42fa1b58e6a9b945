import test from 'ava';
import { diffFiles, importBpmn } from '../../../services/models/index.ts';
import { workedMs } from '../../support/worked.ts';
import { drawn } from './foreign-models.ts';
import { live, swap } from './planted.ts';

const names = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'];

const differ = (path: string, edit: (text: string) => string): string[] => {
  const before = live(path);
  return diffFiles([{ path, before, after: edit(before) }]).differences.map(({ words }) => words);
};

test('names every object has are names like others', (t) => {
  for (const name of names) {
    const results = [
      differ('duldung/duldung.bpmn', swap(['<bpmn:startEvent', `<bpmn:${name} id="x" ${name}="1"/><bpmn:startEvent`])),
      differ('duldung/duldung.bpmn', swap(['isExecutable="true"', `isExecutable="true" ${name}="1"`])),
      differ('duldung/duldung.bpmn', swap(['name="norm"', `name="${name}"`])),
      differ('decisions/team.dmn', swap(['<rule id="D2_01">', `<${name}/><rule id="D2_01"><${name}>x</${name}>`])),
      differ('decisions/team.dmn', swap(['hitPolicy="FIRST"', `hitPolicy="${name}"`])),
      differ('decisions/routing.dmn', swap(['<text>"SG4"</text>', `<text>"${name}"</text>`])),
      differ('duldung/duldung-grund.form', swap(['"type": "default"', `"${name}": 1, "type": "${name}"`])),
      differ(
        'duldung/duldung-grund.form',
        swap([
          '"components": [',
          `"components": [{ "id": "${name}", "key": "${name}", "type": "${name}", "values": [{ "value": "${name}" }] },`,
        ]),
      ),
    ];
    for (const words of results) {
      t.true(words.length > 0, name);
      for (const sentence of words) t.notRegex(sentence, /native code|\[object|function/);
    }
  }
});

test('texts made to keep an expression busy are read quickly', (t) => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const hostile = [
    '&lt;a'.repeat(100_000),
    '&lt;script'.repeat(50_000),
    `data${' '.repeat(500_000)}`,
    'javascript:'.repeat(60_000),
    '\n '.repeat(200_000),
  ];
  for (const text of hostile) {
    const start = workedMs();
    t.notThrows(() =>
      importBpmn(encode(drawn('lang', 1).replace('name="Schritt 1" />', `name="Schritt 1"><documentation>${text}</documentation></task>`))),
    );
    t.true(workedMs() - start < 3000, text.slice(0, 20));
  }
  const [path, before] = ['duldung/duldung.bpmn', live('duldung/duldung.bpmn')];
  const start = workedMs();
  diffFiles([{ path, before, after: before.replace('Stellen Sie fest', `${'§ 60a Abs. 1 '.repeat(30_000)}${'a '.repeat(100_000)}`) }]);
  t.true(workedMs() - start < 3000);
});

test('a chain of nameless gateways is told quickly', (t) => {
  const gateways = Array.from(
    { length: 400 },
    (_, index) => `<exclusiveGateway id="g${index}" /><sequenceFlow id="f${index}" sourceRef="g${index}" targetRef="g${index + 1}" />`,
  );
  const model = (extra: string): string =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"${extra}>${gateways.join('')}<endEvent id="g400" /></process></definitions>`;
  const start = workedMs();
  const { differences } = diffFiles([
    { path: 'p/p.bpmn', before: model(''), after: model('').replaceAll('exclusiveGateway', 'parallelGateway') },
  ]);
  t.is(differences.length, 400);
  t.true(workedMs() - start < 5000);
});

import test from 'ava';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { importBpmn, importDmn, importForm } from '../../../services/models/index.ts';
import { Invalid } from '../../../services/platform/errors.ts';
import { limits, readXml, walk } from '../../../services/reading/read-xml.ts';
import { workedMs } from '../../support/worked.ts';
import { drawn, edge, model, participant, process, shape, simple } from './foreign-models.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** It opens: our strict parser and the library of the editor read the result, with nothing left unread. */
const opens = async (
  t: { deepEqual: (a: unknown, b: unknown) => void; is: (a: unknown, b: unknown) => void },
  text: string,
  wanted = {},
) => {
  const { content, notes } = importBpmn(bytes(text), wanted);
  const root = readXml(content);
  const { warnings } = await new BpmnModdle({ zeebe }).fromXML(content);
  t.deepEqual(warnings, []);
  const elements = [...walk(root)];
  const processes = elements.filter(({ name }) => name === 'process');
  t.is(processes.length, 1);
  t.is(processes[0]?.attributes.isExecutable, 'true');
  // What is imported once is imported again without a word.
  t.is(importBpmn(bytes(content), wanted).content, content);
  return { content, notes: notes.join('\n'), elements, processId: processes[0]?.attributes.id };
};

const refused: [what: string, file: string | Uint8Array, reason: RegExp][] = [
  ['an outside entity', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${simple('&x;')}`, /DTD/],
  [
    'an entity bomb',
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${simple('&c;')}`,
    /DTD/,
  ],
  ['an outside DTD', `<!DOCTYPE definitions SYSTEM "http://evil.example/x.dtd">${simple('x')}`, /DTD/],
  ['an undefined entity', simple('&unbekannt;', true), /kein lesbares XML/],
  ['half a letter of UTF-16', new Uint8Array(Buffer.from(`\uFEFF${simple('x')}`, 'utf16le').subarray(0, -1)), /nicht so geschrieben/],
  ['broken bytes', new Uint8Array([0x3c, 0x61, 0xff, 0xfe, 0x3e]), /UTF-8/],
  ['broken XML', simple('x').slice(0, 300), /kein lesbares XML/],
  ['nothing', '', /leer/],
  ['white space', ' \n\t ', /leer/],
  ['a web page', '<!DOCTYPE html><html><body>Hallo</body></html>', /Webseite/],
  ['JSON', '{"components": []}', /JSON/],
  ['plain words', 'Hallo', /keine BPMN-Datei/],
  ['a drawing of draw.io', '<mxfile host="app.diagrams.net"><diagram/></mxfile>', /draw\.io/],
  ['another XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', /keine BPMN-2\.0-Datei/],
  ['a table', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', /Entscheidungstabelle/],
  ['no process', model(''), /keinen Prozess/],
  ['a process without steps', model('<process id="leer" />'), /keine Schritte/],
  ['no drawing', model(process('Ablauf', 1)), /keine Zeichnung/],
  ['one id twice', drawn('doppelt', 1).replaceAll('id="end_doppelt"', 'id="start_doppelt"'), /zweimal/],
  ['elements nested too deep', model(`${'<subProcess id="x">'.repeat(80)}${'</subProcess>'.repeat(80)}`), /tiefer als/],
  ['too many elements', `<x>${'<y/>'.repeat(limits.elements)}</x>`, /mehr als 20000 Elemente/],
];

for (const [what, file, reason] of refused) {
  test(`${what}: refused with a reason`, (t) => {
    const error = t.throws(() => importBpmn(typeof file === 'string' ? bytes(file) : file), { instanceOf: Invalid });
    t.regex(error?.message ?? '', reason);
    t.regex(error?.message ?? '', /^(?:Die|Das|Der) .*[.)]$/s, 'a sentence');
  });
}

test('20 MB are refused at once', (t) => {
  const file = new Uint8Array(20_000_000).fill(0x20);
  const start = workedMs();
  t.throws(() => importBpmn(file), { instanceOf: Invalid, message: /20,0 MB zu groß/ });
  t.true(workedMs() - start < 100);
});

test('one element too many is refused, as many as may be are not', (t) => {
  const filled = (count: number): string =>
    drawn('grenze', 1)
      .replace('<definitions ', '<definitions xmlns:x="http://example.org/x" ')
      .replace('<startEvent', `<extensionElements>${'<x:a />'.repeat(count)}</extensionElements><startEvent`);
  const rest = [...walk(readXml(filled(0)))].length;
  t.throws(() => importBpmn(bytes(filled(limits.elements + 1 - rest))), { message: /mehr als 20000 Elemente/ });
  t.notThrows(() => importBpmn(bytes(filled(limits.elements - rest))));
});

test('a large diagram opens, quickly: 400 steps and ways with their picture', async (t) => {
  const start = workedMs();
  const { elements } = await opens(t, drawn('viele', 200));
  t.true(elements.filter(({ name }) => name === 'task' || name === 'sequenceFlow').length > 400);
  t.true(elements.length > 500);
  t.true(workedMs() - start < 5000);
});

test('a pool with partners that are only drawn opens; the partners stay in the picture', async (t) => {
  const text = model(
    `<collaboration id="zusammen">${participant('amt', 'Behörde', 'antrag')}${participant('buerger', 'Bürgerin', '')}${participant('leer', 'Bank', 'bank')}
     <messageFlow id="mf" sourceRef="buerger" targetRef="start_antrag" /></collaboration>${process('antrag', 1)}<process id="bank" />`,
    `<bpmndi:BPMNPlane bpmnElement="zusammen">${shape('amt')}${shape('buerger')}${shape('leer')}${shape('start_antrag')}${shape('task_antrag_1')}${shape('end_antrag')}${edge('flow_antrag_1')}${edge('flow_antrag_2')}${edge('mf')}</bpmndi:BPMNPlane>`,
  );
  const { content, notes, processId } = await opens(t, text);
  t.is(processId, 'antrag');
  t.regex(notes, /„Bürgerin“, „Bank“/);
  t.regex(content, /participant id="buerger" name="Bürgerin" \/>/);
  t.regex(content, /messageFlow id="mf"/);
});

test('extensions of Camunda 7 are left out and named; nothing of them runs', async (t) => {
  const text = drawn('camunda', 1)
    .replace('<definitions ', '<definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn" ')
    .replace(
      '<task id="task_camunda_1" name="Schritt 1" />',
      `<userTask id="task_camunda_1" name="Schritt 1" camunda:formKey="embedded:app:x.html" camunda:asyncBefore="true" camunda:assignee="\${initiator}">
         <extensionElements><camunda:executionListener class="java.lang.Runtime" event="start" /><camunda:taskListener delegateExpression="\${x.exec('rm')}" event="create" /></extensionElements>
       </userTask>`,
    );
  const { content, notes } = await opens(t, text);
  t.notRegex(content, /camunda\.org\/schema\/1\.0|Runtime|embedded|executionListener|asyncBefore/);
  t.regex(notes, /Erweiterungen von Camunda 7 .*executionListener/);
  t.regex(notes, /Angaben von Camunda 7 .*formKey/);
});

test('scripts and conditions of other engines are left out and said', async (t) => {
  const text = drawn('skript', 1)
    .replace(
      '<task id="task_skript_1" name="Schritt 1" />',
      '<scriptTask id="task_skript_1" name="Rechnen" scriptFormat="groovy"><script>Runtime.exec("x")</script></scriptTask>',
    )
    .replace(
      '<sequenceFlow id="flow_skript_2" sourceRef="task_skript_1" targetRef="end_skript" />',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what other engines write
      '<sequenceFlow id="flow_skript_2" name="Ja" sourceRef="task_skript_1" targetRef="end_skript"><conditionExpression>${ok == true}</conditionExpression></sequenceFlow>',
    );
  const { content, notes } = await opens(t, text);
  t.notRegex(content, /groovy|Runtime|\$\{/);
  t.regex(notes, /Skript in „Rechnen“ ist weggelassen/);
  t.regex(notes, /Bedingung „\$\{ok == true\}“ am Weg „Ja“/);
});

test('elements of other makers are left out, the picture stays', async (t) => {
  for (const [uri, name] of [
    ['http://www.signavio.com', 'Signavio'],
    ['http://flowable.org/bpmn', 'Flowable'],
    ['http://www.bizagi.com/bpmn20', 'Bizagi'],
    ['http://example.org/unbekannt', 'einem anderen Werkzeug'],
  ]) {
    const text = drawn('fremd', 1)
      .replace('<definitions ', `<definitions xmlns:x="${uri}" x:version="7" `)
      .replace('<process ', '<extension definition="x:y" /><process ')
      .replace(
        'name="Schritt 1" />',
        'name="Schritt 1" x:color="#fff"><extensionElements><x:meta key="a">b</x:meta></extensionElements></task>',
      );
    const { content, notes, elements } = await opens(t, text);
    t.false(content.includes(uri ?? ''));
    t.true(notes.includes(`Erweiterungen von ${name}`), notes);
    t.is(elements.filter((each) => each.name === 'BPMNShape').length, 3);
  }
});

test('links and images in texts are words again', async (t) => {
  const html =
    '&lt;p&gt;Prüfen&lt;br/&gt;&lt;a href="javascript:alert(1)"&gt;hier&lt;/a&gt;&lt;img src="data:image/png;base64,AAAA"/&gt;&lt;script&gt;alert(2)&lt;/script&gt;&lt;/p&gt;';
  const text = drawn('texte', 1).replace('name="Schritt 1" />', `name="Schritt 1"><documentation>${html}</documentation></task>`);
  const { content, notes } = await opens(t, text);
  t.regex(content, /<bpmn:documentation>Prüfen\nhier<\/bpmn:documentation>/);
  t.notRegex(content, /javascript|base64|alert/);
  t.regex(notes, /einfacher Text/);
  t.regex(notes, /Verweise und Bilder/);
});

test('a plain link to a script is taken out, too', async (t) => {
  const { content } = await opens(
    t,
    drawn('link', 1).replace(
      'name="Schritt 1" />',
      'name="Schritt 1"><documentation>Siehe javascript:alert(1) dort</documentation></task>',
    ),
  );
  t.regex(content, /Siehe dort/);
});

test('ids with umlauts, digits in front, or as a uuid become valid, and whatever points to them follows', async (t) => {
  const text = drawn('ids', 1)
    .replace(
      '<process',
      `<collaboration id="c">${participant('amt', 'Amt', 'ids')}${participant('47 12', 'Bank', '')}<messageFlow id="mf" sourceRef="47 12" targetRef="Prüfung größer" /></collaboration><process`,
    )
    .replace('<bpmndi:BPMNPlane bpmnElement="ids">', `<bpmndi:BPMNPlane bpmnElement="c">${shape('amt')}${shape('47 12')}${edge('mf')}`)
    .replaceAll('start_ids', '_6f1c2a3b-aaaa-4bbb-8ccc-123456789abc')
    .replaceAll('task_ids_1', 'Prüfung größer')
    .replaceAll('end_ids', '4711');
  const { content, notes } = await opens(t, text);
  t.regex(content, /startEvent id="startEvent_Beginn"/);
  t.regex(content, /sourceRef="task_Schritt1" targetRef="endEvent_Ende"/);
  t.regex(content, /bpmnElement="endEvent_Ende"/);
  t.regex(notes, /4711 → endEvent_Ende/);
  t.regex(content, /participant id="id_47_12" name="Bank"/);
  t.regex(content, /messageFlow id="mf" sourceRef="id_47_12" targetRef="task_Schritt1"/);
  t.regex(notes, /47 12 → id_47_12/);
});

test('the process gets an id of ours, or the one asked for', async (t) => {
  t.is((await opens(t, drawn('Prozess_Ä1', 1))).processId, 'prozess-ae1');
  const wanted = await opens(t, drawn('Process_1', 1), { processId: 'melde-auskunft' });
  t.is(wanted.processId, 'melde-auskunft');
  t.regex(wanted.content, /BPMNPlane id="plane_1" bpmnElement="melde-auskunft"/);
});

test('other prefixes, references with a prefix and dangling ways are put right', async (t) => {
  const text = drawn('praefix', 1)
    .replaceAll(/<(\/?)(?!bpmndi|dc|di|\?)(\w+)/g, '<$1bpmn2:$2')
    .replace('xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"', 'xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL"')
    .replace('</bpmn2:process>', '<bpmn2:sequenceFlow id="lose" sourceRef="tns:task_praefix_1" targetRef="nirgends" /></bpmn2:process>')
    .replace('targetRef="end_praefix"', 'targetRef="tns:end_praefix"');
  const { content, notes } = await opens(t, text);
  t.regex(content, /targetRef="endEvent_Ende"/);
  t.notRegex(content, /lose|nirgends/);
  t.regex(notes, /Wege ohne Anfang oder Ende/);
});

test('tables and forms: what is none is refused', (t) => {
  t.throws(() => importDmn(bytes(drawn('x', 1))), { message: /keine Entscheidungstabelle/ });
  t.throws(() => importDmn(bytes('<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>')), {
    message: /keine Entscheidung/,
  });
  t.throws(() => importForm(bytes('{')), { message: /kein lesbares JSON/ });
  t.throws(() => importForm(bytes('[]')), { message: /kein Formular/ });
  t.throws(() => importForm(bytes('{"components":[{"label":"a\\u0000b"}]}')), { instanceOf: Invalid });
  t.is(importForm(bytes('{"components":[]}')).content, '{"components":[]}');
});

import { globSync, readdirSync, readFileSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { importBpmn, lookAtBpmn } from '../../../services/models/index.ts';
import { Conflict, Invalid } from '../../../services/platform/errors.ts';

const folder = new URL('../../fixtures/drawings/', import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, folder));

/** Everything one sees of a drawing, by kind. */
const drawn =
  /<(?:\w+:)?(task|\w+Task|startEvent|endEvent|boundaryEvent|intermediate\w+Event|\w+Gateway|callActivity|\w*[sS]ubProcess|transaction|sequenceFlow|messageFlow|association|dataObject|dataObjectReference|dataStoreReference|dataInputAssociation|textAnnotation|group|lane|participant|\w+EventDefinition|BPMNShape|BPMNEdge|waypoint|documentation|multiInstanceLoopCharacteristics)\b/g;
const countKinds = (text: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const [, kind = ''] of text.matchAll(drawn)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** Opens in the editor's library without a warning, and is imported once more without a word. */
const opens = async (t: ExecutionContext, content: string): Promise<void> => {
  const { warnings } = await new BpmnModdle({ zeebe }).fromXML(content);
  t.deepEqual(warnings, []);
  t.is(importBpmn(Buffer.from(content)).content, content);
};

type Expected = {
  /** Encoding of the file, for a reading that is not the one under test. */
  encoding?: BufferEncoding;
  process: string;
  /** Words that must stand in the model as people wrote them. */
  says: string[];
  /** Kinds that are fewer on purpose. */
  fewer?: Record<string, number>;
  notes?: RegExp;
};

const imported: Record<string, Expected> = {
  'aris-semantic.bpmn': { process: 'aris-p', says: ['Akte anlegen'], notes: /Erweiterungen von ARIS/ },
  'bizagi.bpmn': { process: 'id-proc', says: ['Wohngeld'], fewer: { documentation: 1, participant: 1 }, notes: /Bizagi/ },
  'black-box-partner.bpmn': { process: 'kasse', says: ['Überweisung', 'name="Bank"'], notes: /„Bank“/ },
  'bpmn-io-own-sheet.bpmn': { process: 'antrag-annehmen', says: ['BPMNPlane id="plane_2" bpmnElement="subProcess_UnterlagenSichten"'] },
  'camunda-7.bpmn': { process: 'gewerbe', says: ['userTask_AnmeldungPruefen'], notes: /Camunda 7/ },
  'enterprise-architect-windows-1252.bpmn': { encoding: 'latin1', process: 'eapk-1', says: ['Gebühr erheben – bar', '50 € „kassieren“'] },
  'everything-drawn.bpmn': {
    process: 'alles',
    says: ['bioc:fill="#c8e6c9"', 'Hier ist Vorsicht nötig', 'attachedToRef="task_ZweitesTun"'],
  },
  'flowable.bpmn': { process: 'urlaub', says: ['userTask_UrlaubGenehmigen'], notes: /Flowable/ },
  'genmymodel-prefixed-references.bpmn': { process: 'termin-vergeben', says: ['sourceRef="startEvent_Anruf"'] },
  'ids-twice-comments-crlf.bpmn': { process: 'proc-x', says: ['Doppelt benannt'], notes: /Kennungen, die es zweimal gab/ },
  'iso-8859-1.bpmn': { encoding: 'latin1', process: 'pruefung', says: ['Prüfung', 'Unterlagen prüfen'] },
  'iso-8859-15.bpmn': { encoding: 'latin1', process: 'pruefung', says: ['Prüfung für 50 €'] },
  'second-process-not-drawn.bpmn': { process: 'haupt', says: ['Hauptablauf'], fewer: { startEvent: 1 }, notes: /Weitere Abläufe .*„Rest“/ },
  'signavio.bpmn': { process: 'sid-proc', says: ['Meldebehörde', 'Ins Register'], notes: /Signavio/ },
  'subprocess-open-and-on-a-sheet.bpmn': {
    process: 'doppelt-gezeichnet',
    says: ['subProcess_Teil'],
    fewer: { BPMNShape: 2, BPMNEdge: 1, waypoint: 2 },
    notes: /noch andere Zeichnungen/,
  },
  'utf-16-big-endian.bpmn': { encoding: 'utf16le', process: 'pruefung', says: ['Unterlagen prüfen'] },
  'utf-16-little-endian.bpmn': { encoding: 'utf16le', process: 'pruefung', says: ['Unterlagen prüfen'] },
  'utf-16-only-said.bpmn': { process: 'pruefung', says: ['Unterlagen prüfen'] },
  'utf-16-without-mark.bpmn': { encoding: 'utf16le', process: 'pruefung', says: ['Unterlagen prüfen'] },
  'utf-8-with-mark.bpmn': { process: 'pruefung', says: ['Unterlagen prüfen'] },
  'visio.bpmn': { process: 'neuer-ablauf', says: ['Post öffnen', 'y="82.401"'] },
};

const textOf = (name: string, encoding: BufferEncoding = 'utf8'): string => {
  const bytes = read(name);
  return (name.includes('big-endian') ? Buffer.from(bytes).swap16() : bytes).toString(encoding);
};

for (const [name, { encoding, process, says, fewer = {}, notes = /./ }] of Object.entries(imported)) {
  test(`${name}: is imported, and nothing that is drawn is lost`, async (t) => {
    const before = countKinds(textOf(name, encoding));
    const { content, notes: said } = importBpmn(read(name));
    for (const [kind, count] of Object.entries(fewer)) before[kind] = (before[kind] ?? 0) - count;
    t.deepEqual(countKinds(content), Object.fromEntries(Object.entries(before).filter(([, count]) => count > 0)));
    t.regex(content, new RegExp(`<bpmn:process [^>]*\\bid="${process}"`));
    for (const words of says) t.true(content.includes(words), `${words} in ${content}`);
    t.regex(said.join('\n'), notes);
    t.like(lookAtBpmn(read(name)), { choices: { length: 1 }, notes: said });
    await opens(t, content);
  });
}

const asked: Record<string, { names: string[]; fewer: Record<string, Record<string, number>> }> = {
  'miwg-two-pools.bpmn': {
    names: ['Ausländerbehörde', 'Antragstellerin'],
    fewer: {
      Process_amt: { startEvent: 1, task: 1, endEvent: 1, sequenceFlow: 2, BPMNShape: 3, BPMNEdge: 2, waypoint: 4 },
      Process_buerger: { startEvent: 1, userTask: 1, endEvent: 1, sequenceFlow: 2, messageEventDefinition: 1, BPMNShape: 3, BPMNEdge: 2 },
    },
  },
  'two-pools-iso-8859-1.bpmn': { names: ['Ausländerbehörde', 'Antragstellerin'], fewer: {} },
  'several-diagrams.bpmn': { names: ['Hauptablauf', 'Nebenablauf'], fewer: {} },
  'three-pools-own-prefix.bpmn': { names: ['Amt', 'Gericht', 'Anwalt'], fewer: {} },
};

for (const [name, { names, fewer }] of Object.entries(asked)) {
  test(`${name}: asks which process is ours, and each answer opens`, async (t) => {
    const bytes = read(name);
    const error = t.throws(() => importBpmn(bytes), { instanceOf: Conflict });
    for (const each of names) t.true(error?.message.includes(`„${each}“`));
    const { choices, notes } = lookAtBpmn(bytes);
    t.deepEqual(error?.details, { choices });
    t.deepEqual(notes, []);
    t.deepEqual(
      choices.map((each) => each.name),
      names,
    );
    for (const { id, steps } of choices) {
      const { content } = importBpmn(bytes, { process: id });
      await opens(t, content);
      const found = countKinds(content);
      const stepsFound = Object.entries(found).filter(([kind]) => /[tT]ask$|^(?:start|end)Event$/.test(kind));
      t.is(
        stepsFound.reduce((sum, [, count]) => sum + count, 0),
        steps,
      );
      if (!fewer[id]) continue;
      const before = countKinds(textOf(name));
      for (const [kind, count] of Object.entries(fewer[id])) before[kind] = (before[kind] ?? 0) - count;
      // A way that is cut at a pool's border may need fewer corners.
      const { waypoint: _, ...kinds } = found;
      const { waypoint: __, ...wanted } = before;
      t.deepEqual(kinds, Object.fromEntries(Object.entries(wanted).filter(([, count]) => count > 0)));
    }
    t.throws(() => importBpmn(bytes, { process: 'nirgends' }), { instanceOf: Invalid });
  });
}

test('what ran between two pools runs between the other pool, closed, and our step, and ends at its border', (t) => {
  const { content } = importBpmn(read('miwg-two-pools.bpmn'), { process: 'Process_amt' });
  t.regex(content, /<bpmn:participant id="Buerger_pool" name="Antragstellerin" \/>/);
  t.regex(content, /messageFlow id="Msg_1" name="Antrag" sourceRef="Buerger_pool" targetRef="startEvent_AntragDa"/);
  t.regex(content, /messageFlow id="Msg_2" name="Rückfrage" sourceRef="userTask_AntragPruefen" targetRef="Buerger_pool"/);
  const pointsOf = (id: string): string[] =>
    [...(new RegExp(`bpmnElement="${id}">(.*?)</bpmndi:BPMNEdge>`, 's').exec(content)?.[1] ?? '').matchAll(/x="(\d+)" y="(\d+)"/g)].map(
      ([, x, y]) => `${x},${y}`,
    );
  t.deepEqual(pointsOf('Msg_1'), ['290,240', '290,210', '148,210', '148,128'], 'from the upper border of the pool');
  t.deepEqual(pointsOf('Msg_2'), ['270,150', '270,240']);
});

test('between two other pools a way stays, too', (t) => {
  const { content } = importBpmn(read('three-pools-own-prefix.bpmn'), { process: 'procA' });
  t.regex(content, /messageFlow id="m1" sourceRef="PB" targetRef="PC"/);
  t.regex(content, /messageFlow id="m3" sourceRef="PD" targetRef="PC"/);
});

test('two halves of a link keep the ways they have, and find each other', (t) => {
  const { content } = importBpmn(read('everything-drawn.bpmn'));
  const [thrown = ''] = /<bpmn:intermediateThrowEvent.*?<\/bpmn:intermediateThrowEvent>/s.exec(content) ?? [];
  t.regex(thrown, /<bpmn:incoming>flow_ErstesTun_Weiter<\/bpmn:incoming>/);
  t.notRegex(thrown, /outgoing/);
  t.regex(content, /<bpmn:target>LD2<\/bpmn:target>/);
});

test('ids speak: of its names, of its place where there is none; what spoke before stays', (t) => {
  const { content } = importBpmn(read('everything-drawn.bpmn'));
  for (const id of ['startEvent_Beginn', 'userTask_ErstesTun', 'link_Weiter', 'boundaryEvent_FristUm', 'subProcess_BeiRuecknahme'])
    t.true(content.includes(`id="${id}"`), id);
  t.regex(importBpmn(read('visio.bpmn')).content, /<bpmn:endEvent name="" id="endEvent_Ende"/);
});

const ours = globSync('**/*.bpmn', { cwd: new URL('../../../processes/', import.meta.url) });
for (const file of ours)
  test(`${file}: exported and imported again it is to the letter what it was`, (t) => {
    const bytes = readFileSync(new URL(`../../../processes/${file.replaceAll('\\', '/')}`, import.meta.url));
    t.is(importBpmn(bytes).content, bytes.toString());
  });

test('a model of ours keeps its remarks and its quotation marks, and is written anew where something had to change', (t) => {
  const bytes = readFileSync(new URL('../../../processes/wiedervorlage/wiedervorlage.bpmn', import.meta.url));
  const remarked = bytes.toString().replace('<bpmn:process ', '<!-- so gewollt -->\n  <bpmn:process ');
  t.is(importBpmn(Buffer.from(remarked)).content, remarked);
  const foreign = bytes.toString().replace('<bpmn:process ', '<bpmn:process xmlns:x="urn:x" x:foreign="1" ');
  t.notRegex(importBpmn(Buffer.from(foreign)).content, /foreign|urn:x/);
  const named = importBpmn(bytes, { processId: 'anders' }).content;
  t.regex(named, /<bpmn:process id="anders"/);
});

const refused: Record<string, RegExp> = {
  'choreography.bpmn': /Choreographie/,
  'conversation.bpmn': /Gespräch/,
  'no-drawing.bpmn': /keine Zeichnung/,
  'said-utf-8-but-latin-1.bpmn': /nicht so geschrieben, wie sie sagt/,
  'undeclared-latin-1.bpmn': /nicht in UTF-8 geschrieben und nennt keine andere Kodierung/,
  'unknown-encoding.bpmn': /Kodierung „x-ebcdic“; die ist hier unbekannt/,
};
for (const [name, reason] of Object.entries(refused))
  test(`${name}: refused with a sentence`, (t) => {
    t.throws(() => importBpmn(read(name)), { instanceOf: Invalid, message: reason });
    t.throws(() => lookAtBpmn(read(name)), { instanceOf: Invalid, message: reason });
  });

test('every drawing is expected to be imported, to ask or to be refused', (t) => {
  t.deepEqual(readdirSync(folder).toSorted(), [...Object.keys(imported), ...Object.keys(asked), ...Object.keys(refused)].toSorted());
});

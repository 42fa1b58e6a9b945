import test from 'ava';
import fc from 'fast-check';
import { diffFiles } from '../../../services/models/index.ts';
import { readXml, walk, type XmlElement } from '../../../services/reading/read-xml.ts';
import { live } from './planted.ts';

/** A place in a text where a value stands, and whether it belongs to the drawing. */
type Spot = { start: number; end: number; name: string; drawing: boolean };

const isDrawing = (element: XmlElement): boolean => {
  for (let each: XmlElement | null = element; each; each = each.parent) if (/BPMNDiagram|DMNDI/.test(each.name)) return true;
  return false;
};

/** Every attribute and every text of an XML file but the declarations of namespaces. */
const spotsIn = (text: string): Spot[] =>
  [...walk(readXml(text))].flatMap((element) => {
    const drawing = isDrawing(element);
    const tag = text.slice(element.tagStart, element.tagEnd);
    const attributes = [...tag.matchAll(/\s([\w:]+)=(["'])(.*?)\2/gs)].flatMap(([whole, name = '', , value = ''], _index) => {
      if (name === 'xmlns' || name.startsWith('xmlns:') || name === 'xsi:type') return [];
      const start = element.tagStart + tag.indexOf(whole) + whole.length - 1 - value.length;
      return [{ start, end: start + value.length, name: `${element.name}@${name}`, drawing }];
    });
    if (element.children.length > 0 || element.text.trim() === '') return attributes;
    const end = text.indexOf('<', element.tagEnd);
    return [...attributes, { start: element.tagEnd, end, name: element.name, drawing }];
  });

const spotsInJson = (text: string): Spot[] =>
  [...text.matchAll(/:\s*("(?:[^"\\]|\\.)*"|-?\d+|true|false)/g)].map((hit) => {
    const value = hit[1] ?? '';
    const start = hit.index + hit[0].length - value.length;
    return value.startsWith('"')
      ? { start: start + 1, end: start + value.length - 1, name: 'text', drawing: false }
      : { start, end: start + value.length, name: 'value', drawing: false };
  });

const files = [
  'duldung/duldung.bpmn',
  'vorgang/vorgang.bpmn',
  'blocks/vollstaendigkeit/vollstaendigkeit.bpmn',
  'blocks/eskalation/eskalation.bpmn',
  'decisions/routing.dmn',
  'decisions/befristung.dmn',
  'decisions/nebenvorgaenge.dmn',
  'ae-beschaeftigung/beschaeftigung-pruefen.form',
  'decisions/team.vectors.json',
];

for (const path of files) {
  test(`${path}: any single value changed is at least one difference`, (t) => {
    const before = live(path);
    const spots = /\.(?:form|json)$/.test(path) ? spotsInJson(before) : spotsIn(before);
    t.true(spots.length > 30);
    const check = (spot: Spot, value: string): void => {
      const old = before.slice(spot.start, spot.end);
      if (value === old) return;
      const after = before.slice(0, spot.start) + value + before.slice(spot.end);
      const { differences, class: highest } = diffFiles([{ path, before, after }]);
      if (differences.length === 0) throw new Error(`${spot.name}: ${old} → ${value} is not seen`);
      if (spot.drawing !== (highest === 'layout' && differences.every(({ how }) => how === 'moved')))
        throw new Error(`${spot.name}: ${old} → ${value} is ${highest}`);
    };
    fc.assert(
      fc.property(fc.constantFrom(...spots), fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/), fc.boolean(), (spot, word, longer) => {
        const old = before.slice(spot.start, spot.end);
        check(spot, spot.name === 'value' ? (old === '7' ? '8' : '7') : longer ? `${old}${word}` : word);
      }),
      { numRuns: 120 },
    );
    t.pass();
  });
}

test('any single line gone or doubled is seen, or leaves nothing to read', (t) => {
  for (const path of ['duldung/duldung.bpmn', 'decisions/befristung.dmn']) {
    const lines = live(path).split('\n');
    const before = lines.join('\n');
    const complete = lines.flatMap((line, index) =>
      /^\s*<[^/?!][^>]*\/>$/.test(line) || /^\s*<([\w:]+)[^>]*>.+<\/\1>$/.test(line) ? [index] : [],
    );
    fc.assert(
      fc.property(fc.constantFrom(...complete), fc.boolean(), (index, doubled) => {
        const line = lines[index] ?? '';
        const after = [...lines.slice(0, index), ...(doubled ? [line, line] : []), ...lines.slice(index + 1)].join('\n');
        return diffFiles([{ path, before, after }]).differences.length > 0;
      }),
      { numRuns: 200 },
    );
  }
  t.pass();
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';

// A step may be renamed, moved and copied: the program knows it by what it is for (services/office/purposes.ts), which the model says.

const root = join(import.meta.dirname, '../../..');

/** The demo's people follow the drawing step by step; the others write drawings. */
const mayNameSteps = /^services\/demo\/|\/(?:retired-root|skeleton-texts|office-behavior)\.ts$/;
const id =
  /\b(?:userTask|serviceTask|businessRuleTask|scriptTask|callActivity|gateway|startEvent|endEvent|boundaryEvent|timer)_[A-ZÄÖÜ]\w*/g;
const comment = /^\s*(?:\/\/|\/?\*)/;

const idsIn = (path: string, text: string): string[] =>
  mayNameSteps.test(path)
    ? []
    : text
        .split('\n')
        .flatMap((line, index) => (comment.test(line) ? [] : [...line.matchAll(id)].map(([step]) => `${path}:${index + 1} ${step}`)));

test('neither services nor web know a step by its id', (t) => {
  const files = globSync(['services/**/*.ts', 'web/src/**/*.{ts,tsx}'], { cwd: root });
  t.true(files.length > 900);
  t.deepEqual(
    files.flatMap((path) => idsIn(path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8'))),
    [],
  );
});

test('an id in the program is found; in a comment, a plan of the demo or a drawing it may stand', (t) => {
  const text = "/** Ids people can read: `userTask_UnterlagenPruefen`. */\nconst SIGN = 'userTask_BescheidZeichnen';\n";
  t.deepEqual(idsIn('services/desk/read-desk.ts', text), ['services/desk/read-desk.ts:2 userTask_BescheidZeichnen']);
  t.deepEqual(idsIn('web/src/task/task-top.tsx', "if (id === 'serviceTask_EskalationAbschliessen') {"), [
    'web/src/task/task-top.tsx:1 serviceTask_EskalationAbschliessen',
  ]);
  t.deepEqual(idsIn('services/demo/office/make-plan.ts', text), []);
  t.deepEqual(idsIn('services/studio/drafting/skeleton-texts.ts', text), []);
});

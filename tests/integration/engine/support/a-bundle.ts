import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aDecision, aForm, aProcess } from './a-process.ts';

type Files = Record<string, string>;

/** A table with examples, a form, a process that uses both, and the root that calls it. */
export const aBundle = (
  id: (name: string) => string,
  { label = 'Grund', answer = 'hoch' }: { label?: string | undefined; answer?: string | undefined } = {},
): Files => ({
  'decisions/stufe.dmn': aDecision(id('stufe'), { answer }),
  'decisions/stufe.vectors.json': JSON.stringify([
    { name: 'viel', decision: id('stufe'), input: { wert: 11 }, output: 'hoch' },
    { name: 'wenig', decision: id('stufe'), input: { wert: 1 }, output: 'niedrig' },
    { name: 'Zwischenwert', decision: `${id('stufe')}-zuerst`, input: { wert: 11 }, output: 'viel' },
  ]),
  'kind/kind.bpmn': aProcess(id('kind'))
    .start()
    .decide(id('stufe'), 'stufe')
    .userTask('userTask_Pruefen', {
      form: id('formular'),
      documentation: 'Prüfen Sie den Grund.',
      properties: { norm: '§ 60a AufenthG' },
    })
    .xml(),
  'kind/formular.form': aForm(id('formular'), label),
  'wurzel/wurzel.bpmn': aProcess(id('wurzel')).startedBy(id('start')).call(id('kind')).xml(),
});

export const withFolder = async <T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-models-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

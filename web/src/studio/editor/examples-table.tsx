import { useEffect, useMemo, useState } from 'preact/hooks';
import { announce } from '../../shell/announce.tsx';
import type { Change } from '../types.ts';
import { ConflictNote } from './conflict-note.tsx';
import { ExampleRow } from './example-row.tsx';
import { keepFile, keyOf } from './file-keeper.ts';
import { suggestExample, useFileText } from './queries.ts';
import { readTables } from './read-tables.ts';
import { SaveLine, useSaveState } from './save-line.tsx';
import type { Example, FileFinding } from './types.ts';
import { useEditorTexts } from './use-editor-texts.ts';
import { useStartText } from './use-start-text.ts';

type Props = {
  change: Change;
  /** Of the decision file; the examples lie beside it. */
  path: string;
  xml: string;
  findings: readonly FileFinding[];
  onShow: (ruleId: string) => void;
};

const readExamples = (text: string): Example[] => {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? (read as Example[]) : [];
  } catch {
    return [];
  }
};

/** An example proves the row its name begins with: `D2_01 Sicherheit bleibt in T4c`. */
const proves = ({ name }: Example, ruleId: string): boolean => name === ruleId || name.startsWith(`${ruleId} `);

/** The examples of a decision file: what is given, and what must come out. Saved by themselves, beside the table. */
export const ExamplesTable = ({ change, path, xml, onShow }: Props) => {
  const { changeId } = change;
  const t = useEditorTexts().examples;
  const vectorsPath = path.replace(/\.dmn$/, '.vectors.json');
  const [round, setRound] = useState(0);
  const file = useFileText(change, vectorsPath, round);
  const missing = file.isError || file.data?.content === null;
  const start = useStartText(changeId, missing ? undefined : file.data);
  const [examples, setExamples] = useState<Example[]>();
  const [fault, setFault] = useState('');
  const tables = useMemo(() => readTables(xml), [xml]);
  const saved = useSaveState(keyOf(changeId, vectorsPath));
  useEffect(() => {
    if (start) setExamples(readExamples(start.content));
    else if (missing) setExamples([]);
  }, [start, missing]);
  if (!examples) return null;

  const keep = (next: Example[]): void => {
    setExamples(next);
    keepFile(changeId, vectorsPath, `${JSON.stringify(next, null, 2)}\n`);
  };
  const lacking = tables.flatMap((table) => table.rules.filter(({ id }) => !examples.some((each) => proves(each, id))));
  const suggest = async (ruleId: string): Promise<void> => {
    setFault('');
    try {
      const made = await suggestExample(changeId, path, ruleId);
      if (!made) return setFault(t.noSuggestion(ruleId));
      keep([...examples, made]);
      announce(made.name);
    } catch (refused) {
      setFault((refused as Error).message);
    }
  };
  const add = (): void => {
    const [table] = tables;
    if (!table) return;
    keep([
      ...examples,
      {
        name: `${lacking[0]?.id ?? table.rules[0]?.id ?? ''} `,
        decision: table.id,
        input: Object.fromEntries(table.inputs.map(({ name }) => [name, null])),
        output: Object.fromEntries(table.outputs.map(({ name }) => [name, null])),
      },
    ]);
  };
  return (
    <section class="examples" aria-labelledby="beispiele">
      <div class="examples__head">
        <h2 id="beispiele">{t.title}</h2>
        <span class="soft">{t.lead}</span>
        {saved.kind !== 'none' && <SaveLine state={saved} />}
      </div>
      <ConflictNote change={change} path={vectorsPath} onReload={() => setRound(round + 1)} />
      {lacking.length > 0 ? (
        <div class="notice notice--warn examples__lacking">
          <p>{t.lacking(lacking.length)}</p>
          <ul>
            {lacking.slice(0, 12).map(({ id, reason }) => (
              <li key={id}>
                <button type="button" class="link-button" onClick={() => onShow(id)}>
                  {id}
                </button>{' '}
                <span lang="de">{reason}</span>{' '}
                <button type="button" class="button button--small" aria-label={t.suggestFor(id)} onClick={() => void suggest(id)}>
                  {t.suggest}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p class="soft">{examples.length > 0 ? t.allCovered : t.none}</p>
      )}
      {fault && (
        <p class="notice notice--alarm" role="alert">
          {fault}
        </p>
      )}
      {examples.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section class="scroll" tabIndex={0} aria-label={t.title}>
          <table class="table examples__table">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                {tables.length > 1 && <th scope="col">{t.decision}</th>}
                <th scope="col">{t.input}</th>
                <th scope="col">{t.output}</th>
                <th scope="col">
                  <span class="visually-hidden">{t.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {examples.map((example, index) => (
                <ExampleRow
                  key={index}
                  example={example}
                  tables={tables}
                  onChange={(next) => keep(examples.with(index, next))}
                  onRemove={() => keep(examples.toSpliced(index, 1))}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <button type="button" class="button button--small" onClick={add}>
        {t.add}
      </button>
    </section>
  );
};

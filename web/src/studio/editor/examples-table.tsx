import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Change } from '../../../../services/studio/changes/answers.ts';
import type { Example } from '../../../../services/studio/drafting/answers.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { proves, putInOrder } from './example-order.ts';
import { ExamplesList } from './examples-list.tsx';
import { keepFile, keyOf } from './file-keeper.ts';
import { LackingExamples } from './lacking-examples.tsx';
import { suggestExample, useFileText } from './queries.ts';
import { readTables } from './read-tables.ts';
import { SaveLine, useSaveState } from './save-line.tsx';
import { useStartText } from './use-start-text.ts';
import { useEditorTexts } from './words.ts';

type Props = {
  change: Change;
  /** Of the decision file; the examples lie beside it. */
  path: string;
  xml: string;
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

/** What the last dry run says against examples, as long as nothing was changed after it. */
const wrongIn = ({ dryRun }: Change, examples: readonly Example[]): string[] =>
  dryRun && !dryRun.stale ? dryRun.failures.filter((words) => examples.some(({ name }) => words.includes(`Beispiel „${name}“`))) : [];

/**
 * The examples of a decision file: what is given, and what must come out. Saved by themselves, beside the table. Folded as long as nothing is wrong
 * with them: the table needs the room.
 */
export const ExamplesTable = ({ change, path, xml, onShow }: Props) => {
  const { changeId } = change;
  const t = useEditorTexts().examples;
  const vectorsPath = path.replace(/\.dmn$/, '.vectors.json');
  const [round, setRound] = useState(0);
  const file = useFileText(change, vectorsPath, round);
  const missing = file.isError || file.data?.content === null;
  const start = useStartText(changeId, missing ? undefined : file.data);
  const [examples, setExamples] = useState<Example[]>();
  const [fresh, setFresh] = useState<Example>();
  const [fault, setFault] = useState('');
  const [open, setOpen] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const tables = useMemo(() => readTables(xml), [xml]);
  const saved = useSaveState(keyOf(changeId, vectorsPath));
  useEffect(() => {
    if (start) setExamples(readExamples(start.content));
    else if (missing) setExamples([]);
  }, [start, missing]);

  const own = examples ?? [];
  const lacking = examples ? tables.flatMap(({ rules }) => rules.filter(({ id }) => !own.some((each) => proves(each, id)))) : [];
  const wrong = wrongIn(change, own);
  const calls = lacking.length > 0 || wrong.length > 0;
  useEffect(() => {
    if (!calls) return;
    setOpen(true);
    // The table has just become smaller: what one is at in it stays in sight.
    requestAnimationFrame(() => document.activeElement?.closest('td, th')?.scrollIntoView({ block: 'nearest' }));
  }, [calls]);
  // The button that was pressed is gone: on to the next row, or to what was made.
  useEffect(() => {
    if (fresh) body.current?.querySelector<HTMLElement>('.examples__lacking .button, .examples__fresh input')?.focus();
  }, [fresh]);
  if (!examples) return null;

  const keep = (next: Example[]): void => {
    setExamples(next);
    keepFile(changeId, vectorsPath, `${JSON.stringify(next, null, 2)}\n`);
  };
  const suggest = async (ruleId: string): Promise<void> => {
    setFault('');
    try {
      const made = await suggestExample(changeId, path, ruleId);
      if (!made) return setFault(t.noSuggestion(ruleId));
      keep(putInOrder(examples, made, tables));
      setFresh(made);
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
  const sum = lacking.length > 0 ? t.lackingShort(lacking.length) : examples.length > 0 ? t.allCovered : t.none;
  return (
    <section class="examples" aria-labelledby="beispiele">
      <div class="examples__bar">
        <h2 id="beispiele">
          <button type="button" class="examples__fold" aria-expanded={open} aria-controls="beispiele-liste" onClick={() => setOpen(!open)}>
            {t.titleWith(examples.length)}
          </button>
        </h2>
        <span class={calls ? 'examples__calls' : 'soft'}>{sum}</span>
        {saved.kind !== 'none' && <SaveLine state={saved} />}
      </div>
      <ConflictNote change={change} path={vectorsPath} onReload={() => setRound(round + 1)} />
      <div class="examples__body" id="beispiele-liste" hidden={!open} ref={body}>
        <p class="soft">{t.lead}</p>
        {lacking.length > 0 && <LackingExamples rules={lacking} onShow={onShow} onSuggest={(ruleId) => void suggest(ruleId)} />}
        {wrong.map((words) => (
          <Notice tone="alarm" key={words} lang="de">
            {words}
          </Notice>
        ))}
        {fault && (
          <Notice tone="alarm" role="alert">
            {fault}
          </Notice>
        )}
        {examples.length > 0 && <ExamplesList examples={examples} tables={tables} fresh={fresh} onChange={keep} />}
        <Button small onClick={add}>
          {t.add}
        </Button>
      </div>
    </section>
  );
};

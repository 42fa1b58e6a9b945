import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DraftFinding as FileFinding } from '../../../../services/models/answers.ts';
import type { OutlineLine } from './types.ts';
import { useEditorTexts } from './words.ts';

type Props = {
  lines: readonly OutlineLine[];
  selected: string | null;
  findings: readonly FileFinding[];
  onSelect: (id: string) => void;
};

const step: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** All that is drawn, as a list to be walked by keyboard: the canvas itself is one stop, and its shapes are none. */
export const OutlineList = ({ lines, selected, findings, onSelect }: Props) => {
  const t = useEditorTexts();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string>();
  const active = lines.find((line) => line.id === (at ?? selected)) ?? lines[0];
  useEffect(() => setAt(undefined), [selected]);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);
  const press = (event: KeyboardEvent): void => {
    const index = active ? lines.indexOf(active) : 0;
    const move = step[event.key];
    if (move) setAt(lines[move(index, lines.length - 1)]?.id);
    else if ((event.key === 'Enter' || event.key === ' ') && active) onSelect(active.id);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="outline"
      role="tree"
      ref={list}
      tabIndex={0}
      aria-label={`${t.outline}. ${t.outlineHint}`}
      aria-activedescendant={active ? `${id}-${active.id}` : undefined}
      onKeyDown={press}
    >
      {lines.map((line) => {
        const here = findings.filter((each) => each.elementId === line.id);
        const worst = here.some((each) => each.severity === 'error') ? 'error' : 'warning';
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names the active line
          <div
            key={line.id}
            id={`${id}-${line.id}`}
            role="treeitem"
            aria-level={line.depth + 1}
            aria-selected={line.id === selected}
            class={`outline__line outline__line--${Math.min(line.depth, 4)}`}
            data-active={line === active ? '' : undefined}
            onClick={() => onSelect(line.id)}
          >
            <span class="outline__type">{t.types[line.type] ?? line.type}</span>
            <span class="outline__name" lang="de">
              {line.name || <em>{t.unnamed}</em>}
            </span>
            {here.length > 0 && (
              <span class={`outline__mark outline__mark--${worst}`} title={t.withFindings(here.length)}>
                <span aria-hidden="true">{here.length}</span>
                <span class="visually-hidden">, {t.withFindings(here.length)}</span>
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
};

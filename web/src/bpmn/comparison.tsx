import { useEffect, useRef, useState } from 'preact/hooks';
import './bpmn-diagram.css';
import './comparison.css';
import type { Comparison, Mark, Side } from './create-comparison.ts';

type PerSide<Value> = Record<Side, Value>;

type Props = {
  xml: PerSide<string | null>;
  marks: PerSide<readonly Mark[]>;
  chosen: string | null;
  onSelect: (elementId: string | null) => void;
  words: {
    group: string;
    labels: PerSide<string>;
    titles: PerSide<string>;

    zoomIn: string;
    zoomOut: string;
    fit: string;
  };
};

const sides: readonly Side[] = ['before', 'after'];

/** The former and the new drawing, beside each other or, if they are long, one above the other: they move and zoom together, and what differs is marked. */
export const BpmnComparison = ({ xml, marks, chosen, onSelect, words }: Props) => {
  const holders = { before: useRef<HTMLDivElement>(null), after: useRef<HTMLDivElement>(null) };
  const comparison = useRef<Comparison>();
  const [ready, setReady] = useState(false);
  const [long, setLong] = useState(false);
  const latest = useRef({ onSelect });
  latest.current = { onSelect };

  useEffect(() => {
    let gone = false;
    let made: Comparison | undefined;
    setReady(false);
    void import('./create-comparison.ts').then(async ({ createComparison }) => {
      const [before, after] = [holders.before.current, holders.after.current];
      if (gone || !before || !after) return;
      made = createComparison({
        containers: { before, after },
        labels: words.labels,
        onSelect: (id) => latest.current.onSelect(id),
        onLong: () => setLong(true),
      });
      comparison.current = made;
      const all = [...marks.after, ...marks.before];
      // What was only moved is no reason to look away from what was changed.
      const told = all.some(({ kind }) => kind !== 'moved') ? all.filter(({ kind }) => kind !== 'moved') : all;
      await made.show(
        xml,
        told.map((mark) => mark.elementId),
      );
      if (!gone) setReady(true);
    });
    return () => {
      gone = true;
      made?.destroy();
      comparison.current = undefined;
    };
  }, [xml.before, xml.after]);

  useEffect(() => {
    if (ready) comparison.current?.paint(marks, chosen);
  }, [ready, marks, chosen]);

  useEffect(() => {
    if (ready && chosen !== null) comparison.current?.look(chosen);
  }, [ready, chosen]);

  useEffect(() => {
    for (const side of sides)
      holders[side].current?.querySelector('.djs-container svg[role=img]')?.setAttribute('aria-label', words.labels[side]);
  }, [ready, words.labels.before]);

  const button = (name: string, sign: string, act: () => void) => (
    <button type="button" class="diagram__button" aria-label={name} title={name} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div
      class={`comparison${long || xml.before === null || xml.after === null ? ' comparison--one' : ''}`}
      role="group"
      aria-label={words.group}
      aria-busy={!ready}
    >
      <div class="diagram__bar">
        <div class="diagram__buttons">
          {button(words.zoomIn, '+', () => comparison.current?.zoom(1))}
          {button(words.zoomOut, '−', () => comparison.current?.zoom(-1))}
          {button(words.fit, '⤢', () => comparison.current?.showAll())}
        </div>
      </div>
      {sides.map((side) => (
        <figure class="comparison__side" key={side} hidden={xml[side] === null}>
          <figcaption>{words.titles[side]}</figcaption>
          <div class="diagram">
            <div class="diagram__canvas" lang="de" ref={holders[side]} />
          </div>
        </figure>
      ))}
    </div>
  );
};

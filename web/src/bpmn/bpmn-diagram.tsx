import { useEffect, useRef, useState } from 'preact/hooks';
import './bpmn-diagram.css';
import { LinkButton } from '../ui/button.tsx';
import type { Diagram, Picture } from './create-diagram.ts';

export type DiagramWords = { label: string; zoomIn: string; zoomOut: string; fit: string; left: string; right: string };

type Props = {
  /** Undefined while it is being fetched. */
  xml: string | undefined;
  picture: Picture;
  words: DiagramWords;
  /** Where to look when the whole drawing would be too small to read. */
  focus?: string | undefined;
  onSelect: (elementId: string | null) => void;
  onOpen: (elementId: string) => void;
  /** Called with the diagram once it shows something, e.g. to export it. */
  onReady?: (diagram: Diagram) => void;
};

/** A BPMN diagram with its zoom buttons. The canvas is fetched when it is first needed, and keeps its place while only figures change. */
export const BpmnDiagram = ({ xml, picture, words, focus, onSelect, onOpen, onReady }: Props) => {
  const container = useRef<HTMLDivElement>(null);
  const diagram = useRef<Diagram>();
  const [ready, setReady] = useState(false);
  const [shown, setShown] = useState<string>();
  const [beyond, setBeyond] = useState({ left: false, right: false });
  const latest = useRef({ picture, focus, onSelect, onOpen, onReady });
  latest.current = { picture, focus, onSelect, onOpen, onReady };

  useEffect(() => {
    let gone = false;
    void import('./create-diagram.ts').then(({ createDiagram }) => {
      if (gone || !container.current) return;
      diagram.current = createDiagram({
        container: container.current,
        label: words.label,
        onSelect: (id) => latest.current.onSelect(id),
        onOpen: (id) => latest.current.onOpen(id),
        onView: (now) => setBeyond((before) => (before.left === now.left && before.right === now.right ? before : now)),
      });
      setReady(true);
    });
    return () => {
      gone = true;
      diagram.current?.destroy();
      diagram.current = undefined;
    };
  }, []);

  useEffect(() => {
    const current = diagram.current;
    if (!ready || !current || xml === undefined) return;
    let gone = false;
    void current.show(xml).then(() => {
      if (gone) return;
      current.paint(latest.current.picture);
      current.fit(latest.current.focus);
      setShown(xml);
      latest.current.onReady?.(current);
    });
    return () => {
      gone = true;
    };
  }, [ready, xml]);

  useEffect(() => {
    if (shown !== undefined && shown === xml) diagram.current?.paint(picture);
  }, [picture, shown, xml]);

  useEffect(() => {
    container.current?.querySelector('.djs-container svg')?.setAttribute('aria-label', words.label);
  }, [words.label, shown]);

  const button = (name: string, sign: string, act: () => void) => (
    <button type="button" class="diagram__button" aria-label={name} title={name} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  const further = (name: string, direction: 1 | -1) => <LinkButton onClick={() => diagram.current?.pan(direction)}>{name}</LinkButton>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div class="diagram" role="group" aria-label={words.label} aria-busy={shown === undefined}>
      <div class="diagram__bar">
        {beyond.left && further(`‹ ${words.left}`, -1)}
        {beyond.right && further(`${words.right} ›`, 1)}
        <div class="diagram__buttons">
          {button(words.zoomIn, '+', () => diagram.current?.zoom(1))}
          {button(words.zoomOut, '−', () => diagram.current?.zoom(-1))}
          {button(words.fit, '⤢', () => diagram.current?.showAll())}
        </div>
      </div>
      {/* What is written in a diagram is German, whatever the language around it. */}
      <div class="diagram__canvas" lang="de" ref={container} />
    </div>
  );
};

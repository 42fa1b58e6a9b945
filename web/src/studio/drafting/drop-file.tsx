import { useRef, useState } from 'preact/hooks';
import type { FileLook } from '../../../../services/studio/drafting/answers.ts';
import { PickFile } from '../../ui/pick-file.tsx';
import { lookAtFile } from '../queries.ts';
import { WhichProcess } from '../which-process.tsx';
import { useDraftingTexts } from './words.ts';

/** A chosen file and what the server found in it. `process`: which of its processes is ours; empty as long as nobody has said. */
export type Drawing = { file: File; look?: FileLook; fault?: string; process: string };

type Props = { drawing: Drawing | undefined; onDrawing: (drawing: Drawing) => void };

/** Takes a file by drag and drop, or by the button as everywhere, and looks at it at once: whether it can be taken, and whose process is ours. */
export const DropFile = ({ drawing, onDrawing }: Props) => {
  const t = useDraftingTexts();
  const [over, setOver] = useState(false);
  const latest = useRef<File>();
  const take = async (file: File): Promise<void> => {
    latest.current = file;
    onDrawing({ file, process: '' });
    const found = await lookAtFile(file).then(
      (look): Drawing => ({ file, look, process: look.choices.length === 1 ? (look.choices[0]?.id ?? '') : '' }),
      (fault: Error): Drawing => ({ file, fault: fault.message, process: '' }),
    );
    if (latest.current === file) onDrawing(found);
  };
  const look = drawing?.look;
  const [only] = look?.choices ?? [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
    <div
      class={`drop${over ? ' drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer?.files[0];
        if (dropped) void take(dropped);
      }}
    >
      <p class="field__label">{t.file}</p>
      <p class="drop__pick">
        <PickFile label={t.pick} accept=".bpmn,.xml" onFile={(file) => void take(file)} /> <span class="soft">{t.fileDrop}</span>
      </p>
      <p role="status">
        {drawing && t.chosen(drawing.file.name)}
        {drawing && !look && !drawing.fault && ` ${t.looking}`}
        {look?.choices.length === 1 && only && ` ${t.found(only.steps)}`}
      </p>
      {drawing?.fault && (
        <p class="field__fault" role="alert">
          {drawing.fault}
        </p>
      )}
      {drawing && look && look.choices.length > 1 && (
        <WhichProcess choices={look.choices} chosen={drawing.process} onChoose={(process) => onDrawing({ ...drawing, process })} />
      )}
      {look && look.notes.length > 0 && (
        <ul class="file-notes" lang="de">
          {look.notes.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

import { useState } from 'preact/hooks';
import { useStudioTexts } from '../use-studio-texts.ts';

/** Takes a file by drag and drop, or by the button as everywhere. */
export const DropFile = ({ file, onFile }: { file: File | undefined; onFile: (file: File) => void }) => {
  const t = useStudioTexts().create;
  const [over, setOver] = useState(false);
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
        if (dropped) onFile(dropped);
      }}
    >
      <label class="field">
        <span class="field__label">{t.file}</span>
        <span class="field__hint">{t.fileDrop}</span>
        <input
          type="file"
          accept=".bpmn,.xml"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) onFile(chosen);
          }}
        />
      </label>
      {file && <p role="status">{t.chosen(file.name)}</p>}
    </div>
  );
};

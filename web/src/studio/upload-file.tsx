import { useState } from 'preact/hooks';
import { changeCalls, useChangeAct } from './queries.ts';
import type { Change } from './types.ts';
import { useStudioTexts } from './use-studio-texts.ts';

/** A drawing, table or form from elsewhere joins the change; what the server had to mend is said. */
export const UploadFile = ({ change }: { change: Change }) => {
  const t = useStudioTexts().files;
  const [said, setSaid] = useState<string[]>([]);
  const calls = changeCalls(change.changeId);
  const upload = useChangeAct(change.changeId, async (file: File) => {
    const { path, notes } = await calls.importFile(file);
    setSaid([t.uploaded(path), ...notes]);
    return undefined;
  });
  return (
    <div class="file-upload">
      <label class="field">
        <span class="field__label">{t.upload}</span>
        <input
          type="file"
          accept=".bpmn,.dmn,.form,.xml,.json"
          disabled={upload.isPending}
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            setSaid([]);
            if (file)
              upload.mutate(file, {
                onSettled: () => {
                  input.value = '';
                },
              });
          }}
        />
        <span class="field__hint">{t.uploadHint}</span>
      </label>
      {upload.error && (
        <p class="field__fault" role="alert">
          {upload.error.message}
        </p>
      )}
      <ul role="status" class="file-notes">
        {said.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
};

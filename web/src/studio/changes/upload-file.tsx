import { useState } from 'preact/hooks';
import type { Change } from '../../../../services/studio/changes/answers.ts';
import { PickFile } from '../../ui/pick-file.tsx';
import { changeCalls, useChangeAct } from '../queries.ts';
import { choicesOf, WhichProcess } from '../which-process.tsx';
import { useChangesTexts } from './words.ts';

/** A drawing, table or form from elsewhere joins the change; what the server had to mend is said. */
export const UploadFile = ({ change }: { change: Change }) => {
  const t = useChangesTexts().files;
  const [said, setSaid] = useState<string[]>([]);
  const calls = changeCalls(change.changeId);
  const upload = useChangeAct(change.changeId, async ({ file, process }: { file: File; process?: string }) => {
    setSaid([]);
    const { path, notes } = await calls.importFile(file, { process });
    setSaid([t.uploaded(path), ...notes]);
    return undefined;
  });
  const choices = choicesOf(upload.error);
  return (
    <div class="file-upload">
      <p class="field__label">{t.upload}</p>
      <p>
        <PickFile
          label={t.pick}
          accept=".bpmn,.dmn,.form,.xml,.json"
          disabled={upload.isPending}
          onFile={(file) => upload.mutate({ file })}
        />
      </p>
      <p class="field__hint">{t.uploadHint}</p>
      {choices && upload.variables && (
        <WhichProcess choices={choices} onChoose={(process) => upload.variables && upload.mutate({ ...upload.variables, process })} />
      )}
      {upload.error && !choices && (
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

import { useState } from 'preact/hooks';
import type { DocumentLine as CaseDocument } from '../../../services/documents/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { otherPaper, unterlagen, useUnterlageName } from '../office/unterlagen.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Line, Lines } from '../ui/lines.tsx';
import { PickFile } from '../ui/pick-file.tsx';
import { useUpload } from './queries.ts';
import { useCasesTexts } from './words.ts';
import './documents-card.css';

const accepted = 'application/pdf,image/jpeg,image/png';

const fileSize = (bytes: number, number: (value: number) => string): string =>
  bytes < 1_000_000 ? `${number(Math.max(1, Math.round(bytes / 1_000)))} kB` : `${number(Math.round(bytes / 100_000) / 10)} MB`;

const UploadForm = ({ caseId }: { caseId: string }) => {
  const t = useCasesTexts().documents;
  const upload = useUpload(caseId);
  const [type, setType] = useState('');
  const [file, setFile] = useState<File>();
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState('');
  const [said, setSaid] = useState('');
  const nameOf = useUnterlageName();
  const types = unterlagen
    .map(({ code }) => [code, nameOf(code)] as const)
    .sort(([a, x], [b, y]) => Number(a === otherPaper) - Number(b === otherPaper) || x.localeCompare(y));

  const take = (picked: File): void => {
    setFile(picked);
    setFault('');
    setSaid('');
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setSaid('');
    if (!file || !type) {
      setFault(file ? t.needsType : t.needsFile);
      return;
    }
    try {
      await upload.mutateAsync({ type, file });
      setSaid(t.uploaded(file.name));
      setFault('');
      setFile(undefined);
      setType('');
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  return (
    <form
      class={over ? 'inline-form upload upload--over' : 'inline-form upload'}
      onSubmit={(event) => void send(event)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [dropped] = event.dataTransfer?.files ?? [];
        if (dropped) take(dropped);
      }}
      noValidate
    >
      <div class="upload__fields">
        <Field label={t.type}>
          <select value={type} onChange={(event) => setType(event.currentTarget.value)}>
            <option value="">{t.choose}</option>
            {types.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <div class="field">
          <span class="field__label">{t.file}</span>
          <PickFile label={t.pick} accept={accepted} aria-describedby="upload-hint" onFile={take} />
        </div>
      </div>
      <p class="field__hint" id="upload-hint">
        {over ? t.drop : file ? <strong>{file.name}</strong> : t.fileHint}
      </p>
      {fault && (
        <p class="field__fault" role="alert">
          {fault}
        </p>
      )}
      <div class="buttons">
        <Button primary small type="submit" disabled={upload.isPending}>
          {upload.isPending ? t.uploading : t.upload}
        </Button>
        <span role="status" class="said">
          {said}
        </span>
      </div>
    </form>
  );
};

/** The papers of a case, and a place to add one: by choosing or by dropping it there. */
export const DocumentsCard = ({ caseId, documents, open }: { caseId: string; documents: CaseDocument[]; open: boolean }) => {
  const t = useCasesTexts().documents;
  const nameOf = useUnterlageName();
  const { day, number } = useFormat();
  return (
    <Card
      id="documents-title"
      title={
        <>
          {t.title} {documents.length > 0 && <span class="count">{documents.length}</span>}
        </>
      }
    >
      {documents.length === 0 && <p class="case-card__none">{t.none}</p>}
      <Lines>
        {documents.map((each) => (
          <Line key={each.documentId}>
            <span class="line__main">
              <a
                href={`/api/cases/${caseId}/documents/${each.documentId}`}
                download={each.fileName}
                aria-label={t.download(`${nameOf(each.type)}, ${each.fileName}`)}
              >
                {nameOf(each.type)}
              </a>
              {each.isNew && <span class="tag tag--new">{t.isNew}</span>}
            </span>
            <span class="line__more">
              {each.fileName} · {fileSize(each.size, number)} · {day(each.at)}
            </span>
          </Line>
        ))}
      </Lines>
      {open && (
        <details class="fold">
          <summary>{t.add}</summary>
          <UploadForm caseId={caseId} />
        </details>
      )}
    </Card>
  );
};

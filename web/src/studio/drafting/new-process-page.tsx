import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '../../../../services/portal/answers.ts';
import { may } from '../../api/me.ts';
import { useLandscape } from '../../api/processes.ts';
import { sectionIds } from '../../office/sachgebiete.ts';
import { useSectionName } from '../../office/section-name.ts';
import { useAnliegenName, useOfficeTexts } from '../../office/words.ts';
import { changePath, studioPath } from '../../paths.ts';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { flash } from '../../ui/flash.tsx';
import { Breadcrumb } from '../../ui/page.tsx';
import { useShortForm } from '../../ui/use-short-form.ts';
import { useModelFiles } from '../queries.ts';
import { StudioFrame } from '../studio-frame.tsx';
import { useStudioTexts } from '../words.ts';
import { createProcess } from './create-process.ts';
import { type Drawing, DropFile } from './drop-file.tsx';
import { isProcessId, suggestId } from './suggest-id.ts';
import { useDraftingTexts } from './words.ts';

/** What the routing table names already is known by its id: the name is the person's to give. */
const readWish = (): { id: string; section: string } => {
  const params = new URLSearchParams(location.search);
  return { id: params.get('id') ?? '', section: params.get('bereich') ?? sectionIds[0] ?? '' };
};

const spoken = (id: string): string => (id ? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ') : '');

/** Which matters the routing table already leads to this process. */
const Matters = ({ id }: { id: string }) => {
  const t = useDraftingTexts();
  const anliegenName = useAnliegenName();
  const { data } = useLandscape();
  const matters =
    data?.sections.flatMap((section) => section.planned.filter((each) => each.id === id).flatMap((each) => each.anliegen)) ?? [];
  return matters.length > 0 ? <p class="field__hint">{t.matters([...new Set(matters)].map(anliegenName).join(', '))}</p> : null;
};

const NewProcess = () => {
  const t = useStudioTexts();
  const words = useDraftingTexts();
  const { sectionLong } = useOfficeTexts();
  const sectionName = useSectionName();
  const { route } = useLocation();
  const [wish] = useState(readWish);
  const [name, setName] = useState(spoken(wish.id));
  const [ownId, setOwnId] = useState<string | undefined>(wish.id || undefined);
  const [section, setSection] = useState(wish.section);
  const [start, setStart] = useState<'skeleton' | 'drawing'>('skeleton');
  const [drawing, setDrawing] = useState<Drawing>();
  const begun = useRef<{ changeId?: string }>({});
  const known = useModelFiles().data;
  const id = ownId ?? suggestId(name);
  const missing = (): string | undefined => {
    if (!name.trim()) return words.needsName;
    if (!isProcessId(id)) return words.needsId;
    if (known?.some((each) => each.kind === 'bpmn' && each.plainId === id)) return words.taken(id);
    if (start === 'skeleton') return undefined;
    if (!drawing) return words.needsFile;
    if (drawing.fault) return words.needsOtherFile;
    return drawing.look && !drawing.process ? words.needsProcess : undefined;
  };
  const send = async (): Promise<void> => {
    const title = words.changeTitle(name.trim());
    const wanted = { id, name: name.trim(), section, title, drawing: start === 'drawing' ? drawing : undefined };
    const path = changePath(await createProcess(wanted, begun.current));
    flash(words.done, path);
    route(path);
  };
  const { fault, sending, submit, forgive } = useShortForm({ missing, onSend: send, words: (refused) => (refused as Error).message });
  const choice = (value: 'skeleton' | 'drawing', text: string, hint: string) => (
    <label class="start-choice">
      <input type="radio" name="beginn" checked={start === value} onChange={() => setStart(value)} />
      <span>
        <strong>{text}</strong>
        <span class="field__hint">{hint}</span>
      </span>
    </label>
  );
  return (
    <>
      <Breadcrumb label={t.breadcrumb}>
        <a href={studioPath}>{t.title}</a> <span aria-hidden="true">›</span> {words.title}
      </Breadcrumb>
      <header class="studio-head studio-head--list">
        <div>
          <h1>{words.title}</h1>
          <p class="soft">{words.lead}</p>
        </div>
      </header>
      <form class="new-process" onSubmit={(event) => void submit(event)} onInput={forgive} noValidate>
        <Field label={words.name} hint={words.nameHint}>
          <input type="text" lang="de" maxLength={120} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </Field>
        <div class="new-process__row">
          <div>
            <Field label={words.id} hint={words.idHint}>
              <input
                type="text"
                lang="de"
                maxLength={60}
                spellcheck={false}
                value={id}
                onInput={(event) => setOwnId(event.currentTarget.value)}
              />
            </Field>
            <Matters id={id} />
          </div>
          <Field label={words.section}>
            <select value={section} onChange={(event) => setSection(event.currentTarget.value)}>
              {sectionIds.map((each) => (
                <option key={each} value={each}>
                  {sectionLong(each)}: {sectionName(each)}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <fieldset class="new-process__start">
          <legend class="field__label">{words.start}</legend>
          {choice('skeleton', words.skeleton, words.skeletonHint)}
          {choice('drawing', words.drawing, words.drawingHint)}
        </fieldset>
        {start === 'drawing' && (
          <DropFile
            drawing={drawing}
            onDrawing={(chosen) => {
              setDrawing(chosen);
              forgive();
              // What the file is called is a first proposal.
              const known = chosen.look?.choices.find((each) => each.id === chosen.process)?.name;
              if (known) setName((before) => before || known);
            }}
          />
        )}
        {fault && (
          <p class="field__fault" role="alert">
            {fault}
          </p>
        )}
        <div class="buttons">
          <Button primary type="submit" disabled={sending}>
            {sending ? words.sending : words.send}
          </Button>
          <a href={studioPath}>{t.cancel}</a>
        </div>
      </form>
    </>
  );
};

/** From a name to a change that holds a process. */
export const NewProcessPage = () => <StudioFrame>{(me: Me) => (may(me, 'edit-models') ? <NewProcess /> : <NotFoundPage />)}</StudioFrame>;

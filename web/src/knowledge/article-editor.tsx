import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Article, Content } from '../../../services/knowledge/answers.ts';
import { isDay } from '../../../services/typed/calendar-day.ts';
import { ApiFault, type FieldFault } from '../api/client.ts';
import { articlePath, knowledgePath } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { flash } from '../ui/flash.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Notice } from '../ui/notice.tsx';
import { overtakenOf, useSeen } from '../ui/overtaken.tsx';
import { ArticleVersions } from './article-versions.tsx';
import { PlaceFields } from './place-fields.tsx';
import { readArticle, useSaveArticle } from './queries.ts';
import { useKnowledgeTexts } from './words.ts';

const faultsOf = (error: unknown): string[] => {
  const details = error instanceof ApiFault && Array.isArray(error.details) ? (error.details as FieldFault[]) : [];
  return details.length > 0 ? details.map((each) => each.message) : [(error as Error).message].filter(Boolean);
};

const contentOf = ({ title, body, process, elementId, norm, stand, validUntil, section, owner }: Content): Content => ({
  title,
  body,
  process,
  elementId,
  norm,
  stand,
  validUntil,
  section,
  owner,
});

/** Text on the left, as it will read on the right; below, where it belongs and how long it holds. */
export const ArticleEditor = ({ article, before }: { article: Article | undefined; before: Content }) => {
  const articleId = article?.articleId;
  const t = useKnowledgeTexts().editor;
  const { route } = useLocation();
  const save = useSaveArticle(articleId);
  const { send: sendSeen, overtaken } = useSeen(article?.revision);
  const [theirs, setTheirs] = useState<Article>();
  const [content, setContent] = useState<Content>(() => contentOf(before));
  const [norms, setNorms] = useState(before.norm.join('; '));
  const [faults, setFaults] = useState<string[]>([]);
  const set = (change: Partial<Content>): void => setContent((now) => ({ ...now, ...change }));
  const written: Content = {
    ...content,
    norm: norms
      .split(';')
      .map((each) => each.trim())
      .filter(Boolean),
    validUntil: content.validUntil || null,
  };
  const missing = (): string[] => [
    ...(content.title.trim() ? [] : [t.needsTitle]),
    ...(content.body.trim() ? [] : [t.needsBody]),
    ...(isDay(content.stand) ? [] : [t.needsStand]),
  ];
  const send = async (): Promise<void> => {
    const lacks = missing();
    setFaults(lacks);
    if (lacks.length > 0) return;
    try {
      const saved = await sendSeen((version) => save.mutateAsync({ ...written, version }));
      const path = articlePath(saved.articleId);
      flash(t.saved, path);
      route(path);
    } catch (error) {
      setFaults(faultsOf(error));
      if (articleId && overtakenOf((error as Error).cause)) setTheirs(await readArticle(articleId));
    }
  };
  const takeTheirs = (found: Article): void => {
    const other = found.draft ?? found;
    setContent(contentOf(other));
    setNorms(other.norm.join('; '));
    setTheirs(undefined);
  };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      noValidate
    >
      <Field label={t.title} hint={t.titleHint}>
        <input type="text" maxLength={200} value={content.title} onInput={(event) => set({ title: event.currentTarget.value })} required />
      </Field>
      <div class="editor__text">
        <Field label={t.body} hint={t.bodyHint}>
          <textarea
            rows={14}
            maxLength={20_000}
            value={content.body}
            onInput={(event) => set({ body: event.currentTarget.value })}
            required
          />
        </Field>
        <section class="editor__preview" aria-label={t.preview}>
          <p class="field__label">{t.preview}</p>
          <div class="editor__paper">
            <Markdown source={content.body} />
          </div>
        </section>
      </div>
      <div class="editor__facts">
        <PlaceFields content={content} set={set} />
        <Field label={t.norm} class="editor__norms" hint={t.normHint}>
          <input type="text" value={norms} onInput={(event) => setNorms(event.currentTarget.value)} />
        </Field>
        <DayField id="artikel-stand" label={t.stand} hint={t.dayHint} value={content.stand} onChange={(stand) => set({ stand })} />
        <DayField
          id="artikel-gilt-bis"
          label={t.validUntil}
          hint={t.dayHint}
          value={content.validUntil ?? ''}
          onChange={(validUntil) => set({ validUntil: validUntil || null })}
        />
      </div>
      {theirs && overtaken && (
        <ArticleVersions
          overtaken={overtaken}
          theirs={theirs}
          mine={written}
          onTheirs={() => takeTheirs(theirs)}
          onMine={() => void send()}
        />
      )}
      {faults.length > 0 && (
        <Notice block tone="alarm" role="alert">
          <p>{t.faults}</p>
          <ul class="editor__faults">
            {faults.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="buttons">
        <Button primary type="submit" disabled={save.isPending}>
          {t.save}
        </Button>
        <a href={articleId ? articlePath(articleId) : knowledgePath}>{t.cancel}</a>
      </div>
    </form>
  );
};

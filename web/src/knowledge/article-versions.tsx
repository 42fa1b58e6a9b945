import type { Article, Content } from '../../../services/knowledge/answers.ts';
import { ChooseVersion, type Difference, Differences, type Overtaken, OvertakenNote } from '../ui/overtaken.tsx';
import { useKnowledgeTexts } from './words.ts';

const shown = (value: Content[keyof Content]): string => (Array.isArray(value) ? value.join('; ') : (value ?? ''));

type Props = { overtaken: Overtaken; theirs: Article; mine: Content; onTheirs: () => void; onMine: () => void };

/** A colleague has saved the same article: both texts, field by field where they differ. */
export const ArticleVersions = ({ overtaken, theirs, mine, onTheirs, onMine }: Props) => {
  const t = useKnowledgeTexts().editor;
  const fields: Partial<Record<keyof Content, string>> = {
    title: t.title,
    body: t.body,
    process: t.process,
    elementId: t.step,
    norm: t.norm,
    stand: t.stand,
    validUntil: t.validUntil,
    section: t.section,
  };
  const other = theirs.draft ?? theirs;
  const differences: Difference[] = (Object.entries(fields) as [keyof Content, string][])
    .map(([field, label]) => ({ label, theirs: shown(other[field]), mine: shown(mine[field]) }))
    .filter((each) => each.theirs !== each.mine);
  return (
    <OvertakenNote overtaken={overtaken}>
      <Differences differences={differences} />
      <ChooseVersion onTheirs={onTheirs} onMine={onMine} />
    </OvertakenNote>
  );
};

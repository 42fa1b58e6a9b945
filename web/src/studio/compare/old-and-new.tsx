import { diffWords } from '../../ui/diff-words.ts';
import { useCompareTexts } from './words.ts';

/** From this length on the words that differ are marked inside the text, instead of one text after the other. */
const long = 48;

/** Texts so long that only their difference can be read at a glance. */
export const isLongText = ({ before, after }: { before: string | null | undefined; after: string | null | undefined }): boolean =>
  Boolean(before && after) && Math.max(before?.length ?? 0, after?.length ?? 0) > long;

const Marked = ({ kind, text }: { kind: 'added' | 'removed'; text: string }) => {
  const t = useCompareTexts();
  const Tag = kind === 'added' ? 'ins' : 'del';
  return (
    <Tag class={`diff-${kind}`}>
      <span class="visually-hidden">{kind === 'added' ? t.newWords : t.oldWords}</span>
      {text}
    </Tag>
  );
};

/** What stood there and what stands there now; said aloud as well, because readers pass over `ins` and `del`. */
export const OldAndNew = ({ before, after }: { before: string | null | undefined; after: string | null | undefined }) => {
  const t = useCompareTexts();
  if (before && after && isLongText({ before, after })) {
    return (
      <span lang="de">
        {diffWords(before, after).map(({ kind, text }, index) =>
          kind === 'same' ? <span key={index}>{text}</span> : <Marked key={index} kind={kind} text={text} />,
        )}
      </span>
    );
  }
  return (
    <span class="old-and-new" lang="de">
      {before ? <Marked kind="removed" text={before} /> : null}
      {before && after ? <span aria-hidden="true"> → </span> : null}
      {after ? <Marked kind="added" text={after} /> : null}
      {!before && !after ? t.nothing : null}
    </span>
  );
};

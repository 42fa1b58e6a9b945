import type { LetterBlock as Block, DraftChange } from '../../../services/letters/answers.ts';
import { diffWords } from '../ui/diff-words.ts';
import { useLegalTexts } from './legal-words.ts';

/** Stands on every letter of the demo (services/letters/render-letter.ts); it is nobody's wording. */
const demoMark = 'MUSTER – ohne Rechtswirkung';

/** Struck through or underlined and coloured; said aloud as well, because readers pass over `ins` and `del`. */
const Words = ({ before, after }: { before: string; after: string }) => {
  const t = useLegalTexts().draft;
  return (
    <>
      {diffWords(before, after).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={index} class={`diff-${kind}`}>
            <span class="visually-hidden">{kind === 'added' ? t.newWords : t.oldWords}</span>
            {text.trimEnd()}
            <span class="visually-hidden">{t.end}</span>
            {/\s$/.test(text) ? ' ' : ''}
          </Tag>
        );
      })}
    </>
  );
};

const textOf = (block: Block): string => (block.kind === 'liste' ? block.items.join('\n') : block.text);

const Body = ({ block, before }: { block: Block; before?: Block }) => {
  const t = useLegalTexts().draft;
  const words = before ? <Words before={textOf(before)} after={textOf(block)} /> : textOf(block);
  if (block.kind === 'ueberschrift') return <h3>{words}</h3>;
  if (block.kind === 'liste' && !before)
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  if (block.kind === 'exakt' && block.text === demoMark) return <p class="draft-sheet__sample">{block.text}</p>;
  if (block.kind !== 'exakt') return <p>{words}</p>;
  return (
    <div class="draft-exact">
      <span class="draft-exact__mark">{t.exact}</span>
      <p>{words}</p>
    </div>
  );
};

/** One part of the letter as it will be read. */
export const PlainBlock = ({ block }: { block: Block }) => <Body block={block} />;

/** One part with what has become of it since somebody last looked. A sign and a word say it, the colour only helps. */
export const ChangedBlock = ({ change }: { change: DraftChange }) => {
  const t = useLegalTexts().draft;
  const { kind } = change;
  const shown = kind === 'removed' ? change.before : change.after;
  if (kind === 'same') return <Body block={shown} />;
  return (
    <div class={`draft-change draft-change--${kind}`} tabIndex={-1} data-change>
      <span class="draft-change__kind">{t.kinds[kind]}</span>
      {kind === 'changed' ? (
        <Body block={shown} before={change.before} />
      ) : kind === 'removed' ? (
        <del>
          <Body block={shown} />
        </del>
      ) : (
        <Body block={shown} />
      )}
    </div>
  );
};

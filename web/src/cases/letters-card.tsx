import { useState } from 'preact/hooks';
import type { LetterLine as CaseLetter, LetterBlock } from '../../../services/letters/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { printPath } from '../paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Line, Lines } from '../ui/lines.tsx';
import { DeliveryLines } from './delivery-lines.tsx';
import { useFileTexts } from './file-words.ts';
import { useLetter } from './queries.ts';
import { useCasesTexts } from './words.ts';
import './letters-card.css';

const Block = ({ block }: { block: LetterBlock }) => {
  if (block.kind === 'ueberschrift') return <h3>{block.text}</h3>;
  if (block.kind === 'liste')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  return <p class={block.kind === 'exakt' ? 'letter__exact' : ''}>{block.text}</p>;
};

const LetterText = ({ caseId, letterId }: { caseId: string; letterId: string }) => {
  const t = useCasesTexts().letters;
  const { data } = useLetter(caseId, letterId);
  if (!data) return <p aria-busy="true" />;
  return (
    <article class="letter" lang="de">
      {data.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
      <p>
        <a href={printPath(letterId)} target="_blank" rel="noopener">
          {t.print}
        </a>
      </p>
    </article>
  );
};

/** What went out, once each; opened in place to be read, or as the printed page. */
export const LettersCard = ({ caseId, letters }: { caseId: string; letters: CaseLetter[] }) => {
  const t = useCasesTexts().letters;
  const { ways, to } = useFileTexts().delivery;
  const { day } = useFormat();
  const [open, setOpen] = useState<string>();
  return (
    <Card
      id="letters-title"
      title={
        <>
          {t.title} {letters.length > 0 && <span class="count">{letters.length}</span>}
        </>
      }
    >
      {letters.length === 0 && <p class="case-card__none">{t.none}</p>}
      <Lines>
        {letters.map((letter) => {
          const { letterId, subject, at, channel, zustellung, recipient } = letter;
          const way = zustellung ? ways[zustellung] : t.channels[channel];
          return (
            <Line key={letterId}>
              <LinkButton
                class="line__main"
                lang="de"
                aria-expanded={open === letterId}
                onClick={() => setOpen(open === letterId ? undefined : letterId)}
              >
                {subject}
              </LinkButton>
              <span class="line__more">
                {day(at)} · {way ?? channel} {recipient && to(recipient)}
              </span>
              {zustellung && <DeliveryLines caseId={caseId} letter={letter} />}
              {open === letterId && <LetterText caseId={caseId} letterId={letterId} />}
            </Line>
          );
        })}
      </Lines>
    </Card>
  );
};

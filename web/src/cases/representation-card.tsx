import type { Representation } from '../../../services/casefile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { Card } from '../ui/card.tsx';
import { FactList, FactRow } from '../ui/lines.tsx';
import { useFileTexts } from './file-words.ts';

/** Who acts for the person; letters go there, so it stands right below the person. */
export const RepresentationCard = ({ found }: { found: Representation }) => {
  const t = useFileTexts().representation;
  const { day } = useFormat();
  return (
    <Card id="representation-title" title={t.title}>
      <FactList>
        <FactRow name={t.name}>{found.name}</FactRow>
        <FactRow name={t.kind}>{t.kinds[found.kind] ?? t.kinds.SONSTIGE}</FactRow>
        {found.address && (
          <FactRow name={t.address} class="lines-kept">
            {found.address}
          </FactRow>
        )}
        <FactRow name={t.since}>{day(found.since)}</FactRow>
      </FactList>
      <p class="field__hint">{t.letters}</p>
    </Card>
  );
};

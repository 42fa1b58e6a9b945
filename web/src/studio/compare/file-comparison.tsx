import { useMemo, useState } from 'preact/hooks';
import type { ChangeClass, Difference, FilePair } from '../../../../services/studio/changes/answers.ts';
import { BpmnComparison } from '../../bpmn/comparison.tsx';
import type { Mark } from '../../bpmn/create-comparison.ts';
import { processPath } from '../../paths.ts';
import { baseName, kindOf, useFileName } from '../file-name.ts';
import { ClassWords } from '../state-badge.tsx';
import { FormComparison } from './form-comparison.tsx';
import { placeId } from './place-id.ts';
import { SentenceList } from './sentence-list.tsx';
import { TableComparison } from './table-comparison.tsx';
import { useCompareTexts } from './words.ts';

const ranks: readonly ChangeClass[] = ['layout', 'text', 'number', 'rule', 'flow'];
const highest = (differences: readonly Difference[]): ChangeClass | null =>
  differences.reduce<ChangeClass | null>((top, each) => (top && ranks.indexOf(top) >= ranks.indexOf(each.class) ? top : each.class), null);

/** One mark an element, the weightiest word for what has become of it. */
const marksOf = (differences: readonly Difference[], signs: Record<Mark['kind'], string>) => {
  const order: readonly Mark['kind'][] = ['moved', 'changed', 'removed', 'added'];
  const kinds = new Map<string, Mark['kind']>();
  for (const { elementId, how } of differences) {
    const known = kinds.get(elementId);
    if (elementId && (!known || order.indexOf(how) > order.indexOf(known))) kinds.set(elementId, how);
  }
  const all = [...kinds].map(([elementId, kind]) => ({ elementId, kind, sign: signs[kind] }));
  return { before: all.filter((mark) => mark.kind !== 'added'), after: all.filter((mark) => mark.kind !== 'removed') };
};

const Pictures = ({ pair, name, differences, chosen, onSelect }: PictureProps) => {
  const t = useCompareTexts();
  const marks = useMemo(() => marksOf(differences, t.signs), [differences, t]);
  const used = [...new Set(marks.before.concat(marks.after).map((mark) => mark.kind))];
  return (
    <>
      <BpmnComparison
        xml={pair}
        marks={marks}
        chosen={chosen}
        onSelect={onSelect}
        words={{
          group: t.pictures(name),
          labels: { before: t.pictureBefore(name), after: t.pictureAfter(name) },
          titles: { before: t.before, after: t.after },
          zoomIn: t.zoomIn,
          zoomOut: t.zoomOut,
          fit: t.fit,
        }}
      />
      <p class="compare-legend">
        {used.map((kind) => (
          <span key={kind}>
            <span class={`sign sign--${kind}`} aria-hidden="true">
              {t.signs[kind]}
            </span>{' '}
            {t.hows[kind]}
          </span>
        ))}
      </p>
    </>
  );
};

type PictureProps = {
  pair: FilePair;
  name: string;
  differences: readonly Difference[];
  chosen: string | null;
  onSelect: (elementId: string | null) => void;
};

/** What differs in one file: in sentences, and where it stands. */
export const FileComparison = ({
  pair,
  differences,
  named,
}: {
  pair: FilePair;
  differences: readonly Difference[];
  named: string | undefined;
}) => {
  const t = useCompareTexts();
  const { kind, name: known } = useFileName()(pair.path);
  const name = named ?? known;
  const [chosen, setChosen] = useState<string | null>(null);
  const type = kindOf(pair.path);
  const shown = differences.filter((each) => each.how !== 'moved');
  const moved = new Set(differences.filter((each) => each.how === 'moved').map((each) => each.elementId)).size;
  const choose = (each: Difference): void => {
    const place = each.cell?.ruleId ?? each.elementId;
    setChosen(place);
    const id = type === 'form' ? placeId(pair.path, `${each.elementId} ${each.aspect}`) : placeId(pair.path, place);
    requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <section class="compare-file" aria-labelledby={placeId(pair.path, '')}>
      <div class="compare-file__head">
        <h3 id={placeId(pair.path, '')}>
          <span class="compare-file__kind">{kind}</span> <span lang="de">{name}</span>
        </h3>
        <ClassWords kind={highest(differences)} legal={differences.some((each) => each.legal)} />
        {type === 'bpmn' && pair.before !== null && (
          <a class="compare-file__map" href={processPath(baseName(pair.path))}>
            {t.openMap}
          </a>
        )}
      </div>
      <SentenceList
        name={name}
        differences={shown}
        chosen={chosen}
        {...(type === 'vectors' ? {} : { onChoose: choose })}
        details={type === 'bpmn' || type === 'dmn'}
      />
      {moved > 0 && <p class="soft">{t.moved(moved)}</p>}
      {type === 'bpmn' && <Pictures pair={pair} name={name} differences={differences} chosen={chosen} onSelect={setChosen} />}
      {type === 'dmn' && <TableComparison pair={pair} chosen={chosen} />}
      {type === 'form' && <FormComparison pair={pair} name={name} differences={shown} chosen={chosen} />}
    </section>
  );
};

import type { Difference } from '../types.ts';
import { useStudioTexts } from '../use-studio-texts.ts';
import { OldAndNew } from './old-and-new.tsx';
import { placeId } from './place-id.ts';

type Props = { path: string; name: string; differences: readonly Difference[]; chosen: string | null };

/** The changed fields of a form, each with what was and what will be. */
export const FormComparison = ({ path, name, differences, chosen }: Props) => {
  const t = useStudioTexts().compare;
  return (
    <div class="scroll">
      <table class="table table--stack compare-form">
        <caption class="visually-hidden">{t.formCaption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.aspect}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each, index) => (
            <tr
              key={`${each.elementId} ${each.aspect} ${index}`}
              id={placeId(path, `${each.elementId} ${each.aspect}`)}
              class={`compare-row compare-row--${each.how}${chosen === each.elementId ? ' compare-row--chosen' : ''}`}
            >
              <th scope="row" lang="de">
                {each.place}
              </th>
              <td>
                <span class={`how how--${each.how}`}>{t.hows[each.how]}</span> {t.aspects[each.aspect] ?? ''}
              </td>
              <td data-label={t.before} lang="de">
                {each.before}
              </td>
              <td data-label={t.after} lang="de">
                {each.before !== null && each.after !== null ? <OldAndNew before={each.before} after={each.after} /> : each.after}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

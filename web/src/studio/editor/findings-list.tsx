import type { DraftFinding as FileFinding } from '../../../../services/models/answers.ts';
import { LinkButton } from '../../ui/button.tsx';
import { RuleLink } from '../rules/rule-link.tsx';
import type { OutlineLine } from './types.ts';
import { useEditorTexts } from './words.ts';

type Props = {
  findings: readonly FileFinding[] | undefined;
  lines: readonly OutlineLine[];
  onShow: (elementId: string) => void;
};

const worstFirst = (a: FileFinding, b: FileFinding): number => a.severity.localeCompare(b.severity);

/** What speaks against the file, in sentences, each with the way to its place. */
export const FindingsList = ({ findings, lines, onShow }: Props) => {
  const t = useEditorTexts();
  const words = t.findings;
  const errors = findings?.filter((each) => each.severity === 'error').length ?? 0;
  const advice = (findings?.length ?? 0) - errors;
  const summary = [...(errors > 0 ? [words.errors(errors)] : []), ...(advice > 0 ? [words.warnings(advice)] : [])].join(', ');
  const placeOf = (elementId: string): string => lines.find((line) => line.id === elementId)?.name || elementId;
  return (
    <section class="file-findings" aria-labelledby="hinweise">
      <h2 id="hinweise">{words.title}</h2>
      <p class="file-findings__sum" role="status">
        {findings === undefined ? words.looking : summary || words.none}
      </p>
      <ul>
        {[...(findings ?? [])].sort(worstFirst).map((each) => (
          <li key={`${each.rule} ${each.elementId} ${each.message}`} class={`file-finding file-finding--${each.severity}`}>
            <p>
              <strong>{each.severity === 'error' ? words.error : words.warning}</strong>
              {each.elementId && <span lang="de"> · {placeOf(each.elementId)}</span>}
            </p>
            <p lang="de">{each.message}</p>
            <p class="file-finding__ways">
              {each.elementId && (
                <LinkButton aria-label={words.showOf(each.message)} onClick={() => onShow(each.elementId)}>
                  {words.show}
                </LinkButton>
              )}
              <RuleLink rule={each.rule} message={each.message} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

import { rulePath } from '../../paths.ts';
import { rulesWithPage } from './read-rules.ts';
import { useRulesTexts } from './words.ts';

/** From a finding to what its rule asks, with a drawing. In a tab of its own: whoever reads it goes on drawing beside it. */
export const RuleLink = ({ rule, message }: { rule: string; message: string }) => {
  const { why, whyOf } = useRulesTexts();
  if (!rulesWithPage.includes(rule)) return null;
  return (
    <a href={rulePath(rule)} target="_blank" rel="noopener" aria-label={whyOf(message)}>
      {why}
    </a>
  );
};

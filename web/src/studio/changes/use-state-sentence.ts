import type { Me } from '../../../../services/portal/answers.ts';
import type { Change, Signer } from '../../../../services/studio/changes/answers.ts';
import { may } from '../../api/me.ts';
import { signsAs } from '../rights.ts';
import { useStudioTexts } from '../words.ts';
import { isEditable, type Missing } from './missing.ts';
import { useChangesTexts } from './words.ts';

/** "a", "a und b", "a, b und c". */
const joinWords = (words: readonly string[], and: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;

export const useSignerNames = (): ((needs: readonly Signer[]) => string) => {
  const t = useStudioTexts();
  return (needs) =>
    joinWords(
      needs.map((each) => t.signersBy[each]),
      t.and,
    );
};

/** Where a change stands and what is missing, in one sentence. `missing` undefined while that is being found out. */
export const useStateSentence = (): ((change: Change, missing: Missing[] | undefined, me: Me | null | undefined) => string) => {
  const t = useStudioTexts();
  const signers = useSignerNames();
  const { missing: words } = useChangesTexts();
  const sentenceOf = (missing: Missing[]): string =>
    words.sentence(
      joinWords(
        missing.map(({ kind, count }) => (kind === 'errors' || kind === 'examples' ? words[kind](count) : words[kind])),
        t.and,
      ),
    );
  return (change, missing, me) => {
    const { state, needs, releaseNo, failure, events } = change;
    if (state === 'zur-freigabe') {
      if (!change.may.includes('approve')) return words.sentence(words.signature(signers(needs)));
      const others = needs.filter((each) => each !== signsAs(me));
      return words.sentence(others.length > 0 ? words.yoursAnd(signers(others)) : words.yours);
    }
    if (state === 'freigegeben') return words.rollingOut;
    if (state === 'in-kraft') return words.inForce(releaseNo);
    if (state === 'verworfen') return words.discarded;
    const given = events.findLast((each) => each.what === 'zurueckgegeben');
    const before =
      state === 'gescheitert'
        ? `${words.failed(failure ?? '')} `
        : state === 'zurueckgegeben' && given
          ? `${words.returned(given.name, given.text)} `
          : '';
    if (!isEditable(change) || !may(me, 'edit-models')) return `${before}${words.inWork}`;
    if (!missing) return `${before}${words.looking}`;
    return before + (missing.length > 0 ? sentenceOf(missing) : words.nothing);
  };
};

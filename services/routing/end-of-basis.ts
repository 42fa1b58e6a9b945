/** Last day of what the paper rests on, where that has one: the training of § 60c AufenthG. */
export const endOfBasis = (facts: Record<string, unknown>): string | undefined =>
  facts.duldungsgrund === 'AUSBILDUNG_60C' && typeof facts.ausbildungEnde === 'string' ? facts.ausbildungEnde : undefined;

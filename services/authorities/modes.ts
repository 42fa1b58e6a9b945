import { answerCodes } from './authority.ts';

/**
 * How a simulated authority behaves. `normal`: at its usual pace. `fast`: within seconds. `silent`: takes everything and never answers.
 * `down`: takes nothing. `always`: this answer, at its usual pace.
 */
export type Mode = { mode: 'normal' | 'fast' | 'silent' | 'down' } | { mode: 'always'; answer: string };

export const usualMode: Mode = { mode: 'normal' };

/** As the demo writes it: `normal`, `down`, `always ZUSTIMMUNG`. Undefined: this authority has no such mode. */
export const parseMode = (authority: string, text: string): Mode | undefined => {
  if (text === 'normal' || text === 'fast' || text === 'silent' || text === 'down') return { mode: text };
  const answer = /^always (\w+)$/.exec(text)?.[1];
  return answer && answerCodes(authority).includes(answer) ? { mode: 'always', answer } : undefined;
};

export const formatMode = (mode: Mode): string => (mode.mode === 'always' ? `always ${mode.answer}` : mode.mode);

export const modesOf = (authority: string): string[] => [
  'normal',
  'fast',
  'silent',
  'down',
  ...answerCodes(authority).map((code) => `always ${code}`),
];

import { createHash } from 'node:crypto';
import type { Engine } from '../engine.ts';

const decisionId = 'lotse-stand';

/** A table of one value that tells, in the engine itself, what was last deployed there. */
const markFor = (fingerprint: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="lotse-stand-definitions" name="Stand der Modelle" namespace="lotse">
  <decision id="${decisionId}" name="Stand der Modelle">
    <variable id="lotse-stand-variable" name="stand" />
    <literalExpression id="lotse-stand-expression"><text>"${fingerprint}"</text></literalExpression>
  </decision>
</definitions>
`;

export const fingerprintOf = (engineIds: readonly string[]): string =>
  createHash('sha256').update(engineIds.toSorted().join('\n')).digest('hex').slice(0, 16);

/** What the engine says was last deployed to it; undefined for a new or wiped one. An older one, restored from a backup, names an older state. */
export const readEngineState = async (engine: Engine): Promise<string | undefined> => {
  const answer = await engine.evaluateDecision(decisionId, {});
  return answer === 'not-found' ? undefined : String(answer.output);
};

export const writeEngineState = async (engine: Engine, fingerprint: string): Promise<void> => {
  await engine.deploy({ name: 'lotse-stand.dmn', kind: 'dmn', content: markFor(fingerprint) });
};

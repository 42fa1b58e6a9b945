import { canonical } from '../canonical.ts';
import type { Engine } from '../engine.ts';
import type { ResolvedPart } from './resolve-bundle.ts';

/** Asks the engine every example of a table. Returns one finding for each wrong answer. */
export const checkVectors = async (engine: Engine, part: ResolvedPart): Promise<string[]> => {
  const findings: string[] = [];
  for (const { name, decision, input, output } of part.vectors) {
    const answer = await engine.evaluateDecision(part.decisionEngineIds[decision] ?? decision, input);
    if (answer === 'not-found') findings.push(`${part.file}: die Entscheidung ${decision} ist in der Engine nicht angekommen`);
    else if (answer.failure) findings.push(`${part.file}: das Beispiel „${name}“ scheitert: ${answer.failure}`);
    else if (canonical(answer.output) !== canonical(output)) {
      findings.push(`${part.file}: das Beispiel „${name}“ ergibt ${canonical(answer.output)}, erwartet wird ${canonical(output)}`);
    }
  }
  return findings;
};

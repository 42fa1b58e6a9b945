import type { Failure, Tally } from './tally.ts';

export type TapReader = { line(text: string): void; tally(): Tally };

/**
 * Reads ava's TAP line by line. `show` gets what a person wants to see: one line a test, and behind a failed one its
 * diagnostics; what a test says of itself (`t.log`) as it is. `evidence` is asked at each failure.
 */
export const readTap = (show: (text: string) => void, evidence: () => string[] = () => []): TapReader => {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[][] = [];
  let explaining = false;
  return {
    line: (text) => {
      const result = /^(not )?ok \d+ - (.*?)( # (SKIP|TODO).*)?$/.exec(text);
      if (result) {
        const [, not, title, , directive] = result;
        explaining = not !== undefined && directive === undefined;
        const shown = `${directive ? '-' : not ? '✘' : '✔'} ${title}`;
        if (directive) tally.skipped += 1;
        else if (not) tally.failed += 1;
        else tally.passed += 1;
        const told = explaining ? [shown, ...evidence().map((line) => `  office: ${line}`)] : [shown];
        if (explaining) failures.push(told);
        for (const line of told) show(line);
      } else if (explaining && /^ {2}/.test(text)) {
        failures.at(-1)?.push(text);
        show(text);
      } else if (/^# {3}/.test(text)) {
        show(`  ${text.slice(2).trim()}`);
      }
    },
    tally: () => ({ ...tally, failures: failures satisfies Failure[] }),
  };
};

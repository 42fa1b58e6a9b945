import { rowsOf } from '../office/index.ts';

type Matter = { anliegen: string; duldungsgrund?: unknown };

/** Codes of what is needed and not there. A proposal for the clerk, who decides what is really asked for. */
export const findMissing = ({ anliegen, duldungsgrund }: Matter, present: readonly string[]): string[] =>
  rowsOf('unterlagen')
    .filter(({ code, noetig = [] }) =>
      noetig.some(
        (need) =>
          (need.anliegen === anliegen || (need.duldungsgrund !== undefined && need.duldungsgrund === duldungsgrund)) &&
          ![code, ...(need.oder ?? [])].some((each) => present.includes(each)),
      ),
    )
    .map(({ code }) => code);

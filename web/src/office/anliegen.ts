import rows from '../../../processes/amt/anliegen.json' with { type: 'json' };
import type { Anliegen } from '../../../services/office/rows.ts';

/** Every matter the office knows, hidden ones too: who is offered which, the page decides. */
export const anliegen = rows as Anliegen[];

export const isAnliegen = (code: string): boolean => anliegen.some((row) => row.code === code);

export const isHiddenAnliegen = (code: string): boolean => anliegen.some((row) => row.code === code && row.verdeckt);

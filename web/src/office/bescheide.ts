import rows from '../../../processes/amt/bescheide.json' with { type: 'json' };
import type { Bescheid } from '../../../services/office/rows.ts';
import { defineNames } from './define-names.ts';

/** A type of decision by its name. */
export const useBescheidName = defineNames(rows as Bescheid[]);

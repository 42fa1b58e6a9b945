import rows from '../../../processes/amt/kenntnisse.json' with { type: 'json' };
import { defineNames } from './define-names.ts';

export const useSkillName = defineNames(rows);

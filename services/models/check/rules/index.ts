import type { Rule } from '../define-rule.ts';
import { elementId } from './element-id.ts';
import { fairConditions } from './fair-conditions.ts';
import { gatewayQuestion } from './gateway-question.ts';
import { legalBasis } from './legal-basis.ts';
import { normKnown } from './norm-known.ts';
import { personalData } from './personal-data.ts';
import { plainCaseProcess } from './plain-case-process.ts';
import { timerDate } from './timer-date.ts';
import { userTaskDocumentation } from './user-task-documentation.ts';
import { userTaskForm } from './user-task-form.ts';
import { userTaskGroups } from './user-task-groups.ts';
import { waitExits } from './wait-exits.ts';

/** Our own rules for BPMN models. A rule = its file with the reason on top, a planted violation and a test. */
export const rules: readonly Rule[] = [
  elementId,
  fairConditions,
  gatewayQuestion,
  legalBasis,
  normKnown,
  personalData,
  plainCaseProcess,
  timerDate,
  userTaskDocumentation,
  userTaskForm,
  userTaskGroups,
  waitExits,
];

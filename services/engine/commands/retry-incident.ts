import Joi from 'joi';
import { defineCommand } from '../define-command.ts';

type RetryIncident = { incidentKey: string; jobKey: string | null; caseId: string | null };

declare module '../define-command.ts' {
  interface Payloads {
    'retry-incident': RetryIncident;
  }
}

/** As many tries as a model gives by default. */
const RETRIES = 3;

/** The job gets new tries and the incident is resolved; what is gone meanwhile is fine. */
export default defineCommand<RetryIncident>({
  schema: {
    incidentKey: Joi.string().required(),
    jobKey: Joi.string().allow(null).default(null),
    caseId: Joi.string().allow(null).default(null),
  },
  run: async ({ incidentKey, jobKey }, { engine }) => {
    if (jobKey) await engine.setJobRetries(jobKey, RETRIES);
    await engine.resolveIncident(incidentKey);
  },
});

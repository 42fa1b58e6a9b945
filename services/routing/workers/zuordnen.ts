import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { assignCase } from '../assign-case.ts';
import type { RoutingResult } from '../explain-routing.ts';

type In = {
  caseId: string;
  anliegen: string;
  titelNorm: string;
  schutzstatus: string;
  entscheidendesSg: string;
  neuesSachgebiet: string;
  routingErgebnis: RoutingResult;
  teamErgebnis: { team: string };
  prioritaetErgebnis: { prioritaet: number; slaTage: number };
  fiktionErgebnis: { wirkung: string; norm: string };
};

const text = Joi.string().allow('', null).default('');

export default defineWorker<In>({
  input: {
    caseId: Joi.string().uuid().required(),
    anliegen: Joi.string().required(),
    titelNorm: text,
    schutzstatus: text,
    entscheidendesSg: text,
    neuesSachgebiet: text,
    routingErgebnis: Joi.object({
      sachgebiet: Joi.string().required(),
      team: Joi.string().required(),
      rolle: Joi.string().required(),
      prozess: Joi.string().allow('', null).default(''),
      prioBasis: Joi.number().required(),
      slaTage: Joi.number().required(),
      eskalation: Joi.boolean().default(false),
    })
      .unknown()
      .required(),
    teamErgebnis: Joi.object({ team: Joi.string().required() }).unknown().required(),
    prioritaetErgebnis: Joi.object({ prioritaet: Joi.number().required(), slaTage: Joi.number().required() }).unknown().required(),
    fiktionErgebnis: Joi.object({ wirkung: Joi.string().required(), norm: text }).unknown().required(),
  },
  output: {
    sachgebiet: 'code',
    team: 'code',
    rolle: 'code',
    prozess: 'code',
    prozessId: 'code',
    prioritaet: 'number',
    faelligAm: 'date',
  },
  handle: (job, deps: Deps) => {
    const { caseId, anliegen, titelNorm, schutzstatus, entscheidendesSg, ...results } = job.variables;
    return assignCase(deps, {
      caseId,
      jobKey: job.key,
      elementId: job.elementId,
      inputs: { anliegen, titelNorm, schutzstatus, entscheidendesSg },
      routing: results.routingErgebnis,
      team: results.teamErgebnis.team,
      priority: results.prioritaetErgebnis,
      fiktion: results.fiktionErgebnis,
      wantedSection: results.neuesSachgebiet,
    });
  },
});

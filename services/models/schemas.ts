import Joi from 'joi';

export const kinds = ['bpmn', 'dmn', 'form'] as const;
export const processId = {
  id: Joi.string()
    .pattern(/^[A-Za-z_][\w.-]{0,99}$/)
    .required()
    .description('plain id of the model'),
};
export const kindQuery = Joi.string()
  .valid(...kinds)
  .default('bpmn');
export const releaseSchema = Joi.object({
  id: Joi.string(),
  kind: Joi.string().valid(...kinds),
  version: Joi.number().integer().description('our release number'),
  engineId: Joi.string(),
  hash: Joi.string(),
  releasedAt: Joi.string().isoDate(),
  releasedBy: Joi.string(),
  current: Joi.boolean(),
});

export const releaseQuery = { version: Joi.number().integer().min(1).description('our release number; the current one by default') };

const figure = Joi.number().integer().allow(null);
const mapProcesses = Joi.array().items(
  Joi.object({
    id: Joi.string(),
    name: Joi.string(),
    version: Joi.number().integer(),
    figures: Joi.object({ running: figure, openTasks: figure, incidents: figure }).allow(null),
  }).unknown(),
);

export const mapSchema = Joi.object({
  counted: Joi.string().valid('office', 'own', 'none').description('whose cases the figures are of'),
  sections: Joi.array().items(
    Joi.object({
      id: Joi.string(),
      name: Joi.string(),
      openCases: figure,
      processes: mapProcesses,
      planned: Joi.array()
        .items(Joi.object({ id: Joi.string(), anliegen: Joi.array().items(Joi.string()) }))
        .description('targets of the routing table without a model yet'),
    }),
  ),
  unrouted: figure,
  roots: mapProcesses,
  blocks: mapProcesses,
  others: mapProcesses,
  decisions: Joi.array().items(Joi.object({ id: Joi.string(), name: Joi.string() }).unknown()),
});

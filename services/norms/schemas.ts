import Joi from 'joi';

const text = Joi.string().allow('');
const id = text.allow(null);
const common = {
  text: text.description('what is said there, cut to fit'),
  exact: Joi.boolean().description('names the very paragraph asked for'),
};
const list = (fields: Joi.PartialSchemaMap) => Joi.array().items(Joi.object({ ...fields, ...common }));
const few = Joi.number()
  .integer()
  .allow(null)
  .description('for those who may not open the cases: rounded down to steps of five; null: fewer than five');

export const normsSchema = Joi.object({
  query: text,
  understood: Joi.boolean().description('false: no section can be read from the query'),
  norms: Joi.array().items(Joi.object({ norm: text, law: text, section: text, paragraph: id })),
  near: Joi.array().items(text).description('close to what was asked for, or of the same number in another law'),
  hits: Joi.object({
    models: list({
      processId: text,
      name: text,
      elementId: id.description('null: the process itself'),
      element: text,
      where: Joi.string().valid('name', 'documentation', 'property'),
      basis: Joi.boolean().description('named as its legal basis, not just mentioned'),
    }),
    decisions: list({ decisionId: text, name: text, ruleId: id.description('null: the table itself') }),
    letters: list({ type: text, name: text, where: Joi.string().valid('head', 'text') }),
    forms: list({
      formId: text,
      field: text,
      usedIn: Joi.array().items(Joi.object({ processId: text, process: text, elementId: text, element: text })),
    }),
    articles: list({ articleId: text, name: text, process: id }),
    values: list({ key: text, name: text, value: id.description('as it holds today') }),
    cases: Joi.object({
      open: few,
      byTitle: few,
      byProcess: Joi.array().items(Joi.object({ processId: text, name: text, open: few })),
    })
      .allow(null)
      .description('open cases that rest on it; null for roles that see no figures'),
  }),
});

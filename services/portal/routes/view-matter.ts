import Joi from 'joi';
import { definePage } from '../define-page.ts';
import { type Said, showMatter } from '../matter/show-matter.ts';

type Query = Partial<Record<Said, string>>;

const flag = Joi.string().valid('1');

export default definePage<{ caseId: string }, Query>({
  method: 'GET',
  path: '/mein/vorgang/{caseId}',
  summary: 'Portal: wo steht mein Antrag?',
  params: { caseId: Joi.string().guid().required() },
  query: { neu: flag, hochgeladen: flag, zurueck: flag },
  show: (input, deps) =>
    showMatter(
      deps,
      input,
      Object.keys(input.query).filter((key): key is Said => key !== 'lang' && key !== 'rundgang'),
    ),
});

import type { Norms } from '../../../services/norms/answers.ts';
import { articlePath, decisionPath, processPath, templatePath } from '../paths.ts';
import { HitGroup, HitPlace, Kind } from './hit-group.tsx';
import { useNormsTexts } from './words.ts';

type Shown = { hits: Norms['hits']; showExact: boolean };

/** In the order in which they come: what names the very paragraph first. */
const groups = <T,>(list: readonly T[], keyOf: (each: T) => string): [first: T, all: T[]][] =>
  [...Map.groupBy(list, keyOf).values()].flatMap((all) => (all[0] === undefined ? [] : [[all[0], all] as [T, T[]]]));

const lines = <T extends { text: string; exact: boolean; basis?: boolean }>(list: readonly T[]) => [
  ...new Map(list.map(({ text, exact, basis = false }) => [text, { key: text, text, exact, basis }])).values(),
];

const Models = ({ hits, showExact }: Shown) => {
  const t = useNormsTexts();
  return (
    <Kind title={t.kinds.models} count={hits.models.length}>
      {groups(hits.models, (each) => each.processId).map(([process, all]) => (
        <HitGroup
          key={process.processId}
          name={
            <a href={processPath(process.processId)} lang="de">
              {process.name}
            </a>
          }
        >
          {groups(all, (each) => each.elementId ?? '').map(([step, said]) => (
            <HitPlace
              key={step.elementId ?? ''}
              place={
                step.elementId === null ? (
                  t.wholeProcess
                ) : (
                  <a href={processPath(step.processId, step.elementId)} lang="de">
                    {step.element || step.elementId}
                  </a>
                )
              }
              lines={lines(said.filter((each) => each.where !== 'name' || said.length === 1))}
              showExact={showExact}
            />
          ))}
        </HitGroup>
      ))}
    </Kind>
  );
};

const Decisions = ({ hits, showExact }: Shown) => {
  const t = useNormsTexts();
  return (
    <Kind title={t.kinds.decisions} count={hits.decisions.length}>
      {groups(hits.decisions, (each) => each.decisionId).map(([table, all]) => (
        <HitGroup
          key={table.decisionId}
          name={
            <a href={decisionPath(table.decisionId, null)} lang="de">
              {table.name}
            </a>
          }
        >
          {groups(all, (each) => each.ruleId ?? '').map(([rule, said]) => (
            <HitPlace
              key={rule.ruleId ?? ''}
              place={rule.ruleId === null ? t.wholeTable : <a href={decisionPath(rule.decisionId, rule.ruleId)}>{t.rule(rule.ruleId)}</a>}
              lines={lines(said)}
              showExact={showExact}
            />
          ))}
        </HitGroup>
      ))}
    </Kind>
  );
};

const Letters = ({ hits, showExact }: Shown) => {
  const t = useNormsTexts();
  return (
    <Kind title={t.kinds.letters} count={hits.letters.length}>
      {groups(hits.letters, (each) => each.type).map(([letter, all]) => (
        <HitGroup
          key={letter.type}
          name={
            <a href={templatePath(letter.type)} lang="de">
              {letter.name}
            </a>
          }
        >
          <HitPlace lines={lines(all.map((each) => ({ ...each, basis: each.where === 'head' })))} showExact={showExact} />
        </HitGroup>
      ))}
    </Kind>
  );
};

const Forms = ({ hits, showExact }: Shown) => {
  const t = useNormsTexts();
  return (
    <Kind title={t.kinds.forms} count={hits.forms.length}>
      {groups(hits.forms, (each) => each.formId).map(([form, all]) => (
        <HitGroup
          key={form.formId}
          name={
            form.usedIn.length === 0
              ? `${form.formId} (${t.formAlone})`
              : form.usedIn.map((each, index) => (
                  <span key={`${each.processId} ${each.elementId}`} lang="de">
                    {index > 0 && ' · '}
                    <a href={processPath(each.processId, each.elementId)}>
                      {each.process}: {each.element}
                    </a>
                  </span>
                ))
          }
        >
          {groups(all, (each) => each.field).map(([field, said]) => (
            <HitPlace key={field.field} place={<span lang="de">{field.field}</span>} lines={lines(said)} showExact={showExact} />
          ))}
        </HitGroup>
      ))}
    </Kind>
  );
};

const Articles = ({ hits, showExact }: Shown) => {
  const t = useNormsTexts();
  return (
    <Kind title={t.kinds.articles} count={hits.articles.length}>
      {groups(hits.articles, (each) => each.articleId).map(([article, all]) => (
        <HitGroup
          key={article.articleId}
          name={
            <a href={articlePath(article.articleId)} lang="de">
              {article.name}
            </a>
          }
        >
          <HitPlace lines={lines(all)} showExact={showExact} />
        </HitGroup>
      ))}
    </Kind>
  );
};

const Values = ({ hits, showExact }: Shown) => {
  const t = useNormsTexts();
  return (
    <Kind title={t.kinds.values} count={hits.values.length}>
      {groups(hits.values, (each) => each.key).map(([value, all]) => (
        <HitGroup key={value.key} name={<span lang="de">{value.name}</span>}>
          <HitPlace
            place={
              value.value && (
                <>
                  {t.today}: <strong lang="de">{value.value}</strong>
                </>
              )
            }
            lines={lines(all)}
            showExact={showExact}
          />
        </HitGroup>
      ))}
    </Kind>
  );
};

/** What rests on it, by kind; each leads to where it stands. */
export const Results = (shown: Shown) => (
  <div class="norm-results">
    <Models {...shown} />
    <Decisions {...shown} />
    <Letters {...shown} />
    <Forms {...shown} />
    <Articles {...shown} />
    <Values {...shown} />
  </div>
);

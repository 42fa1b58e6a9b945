import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { DataTable } from '../ui/data-table.tsx';
import { Breadcrumb, Page } from '../ui/page.tsx';
import { useCodeName } from './code-name.ts';
import type { EditSlot } from './edit-slot.ts';
import './map.css';
import type { DecisionTable } from '../../../services/models/answers.ts';
import { useDecision } from '../api/processes.ts';
import { decisionPath, mapPath } from '../paths.ts';
import { readCell } from './read-cell.ts';
import { useMapTexts } from './words.ts';

type Rule = DecisionTable['rules'][number];

const Head = ({ table }: { table: DecisionTable }) => {
  const t = useMapTexts().decision;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t.rule}
        </th>
        <th scope="col" rowSpan={2} class="map-decision__why">
          {t.why}
        </th>
        <th scope="colgroup" colSpan={table.inputs.length} class="map-decision__group">
          {t.when}
        </th>
        <th scope="colgroup" colSpan={table.outputs.length} class="map-decision__group map-decision__then">
          {t.result}
        </th>
      </tr>
      <tr>
        {table.inputs.map((input) => (
          <th scope="col" key={input.expression}>
            <span lang="de">{input.label || input.expression}</span>
          </th>
        ))}
        {table.outputs.map((output) => (
          <th scope="col" key={output.name} class="map-decision__then">
            <span lang="de">{output.label || output.name}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
};

/** Brings the row that an address names to where it can be read, once it is there. */
const showRow = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'center' });

/** A result that is worked out stays in the language of the rules. */
const isFormula = (text: string): boolean => /\w\(.*\)/.test(text);

/** A decision as the table its authors wrote, its cells in words. */
export const DecisionPage = ({ Edit }: EditSlot) => {
  const texts = useMapTexts();
  const t = texts.decision;
  const codeNameOf = useCodeName();
  const { params } = useRoute();
  const id = params.decisionId ?? '';
  const [search, setSearch] = useState('');
  const [chosen] = useState(() => new URLSearchParams(location.search).get('zeile'));
  const { data: table } = useDecision(id);
  if (!table) return <Page class="map-page" busy />;
  const codeName = (code: string): string => codeNameOf(code, table.words);
  const inputName = (expression: string): string =>
    table.inputs.find((input) => input.expression === expression)?.label ?? codeName(expression);
  const input = (cell: string): string => readCell(cell, t, codeName);
  // A result that is no fixed value repeats what another column holds.
  const output = (cell: string): string =>
    /^[a-zA-Z_]\w*$/.test(cell) && !['true', 'false', 'null'].includes(cell) ? t.asIn(inputName(cell)) : input(cell);
  const words = (rule: Rule): string =>
    [rule.id, ...rule.inputs.map(input), ...rule.outputs.map(output), rule.annotation].join(' ').toLowerCase();
  const wanted = search.trim().toLowerCase();
  const rules = table.rules.filter((rule) => words(rule).includes(wanted));
  return (
    <Page class="map-page">
      <Breadcrumb label={texts.process.breadcrumb}>
        <a href={mapPath}>{t.back}</a> <span aria-hidden="true">›</span> {texts.decisions}
      </Breadcrumb>
      <header class="map-head">
        <div class="map-head__words">
          <h1>
            {t.title} <span lang="de">{table.name}</span>
          </h1>
          <p class="map-head__summary">
            {t.hitPolicy[table.hitPolicy]} {texts.version(table.version)}
          </p>
          {table.requires.length > 0 && (
            <p class="map-head__norm">
              {t.needs}{' '}
              {table.requires.map((need) => (
                <a key={need.id} href={decisionPath(need.id)} lang="de">
                  {need.name}
                </a>
              ))}
            </p>
          )}
        </div>
        <div class="map-head__tools">
          <label class="map-search">
            {t.search}
            <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
          </label>
          {table.current && <Edit kind="dmn" id={table.id} name={table.name} elementId={table.id} />}
          <span role="status">{t.shown(rules.length, table.rules.length)}</span>
        </div>
      </header>
      <DataTable caption={t.caption(table.name)} scrolls class="map-decision">
        <Head table={table} />
        <tbody>
          {rules.map((rule) => (
            <tr
              key={rule.id}
              class={rule.id === chosen ? 'map-table__selected' : ''}
              aria-current={rule.id === chosen ? 'true' : undefined}
              ref={rule.id === chosen ? showRow : undefined}
            >
              <th scope="row">{rule.id.replace('_', ' ')}</th>
              <td class="map-decision__why" lang="de">
                {rule.annotation}
              </td>
              {rule.inputs.map((cell, index) => (
                <td key={table.inputs[index]?.expression} class={input(cell) === t.any ? 'map-decision__any' : ''}>
                  {input(cell)}
                </td>
              ))}
              {rule.outputs.map((cell, index) => (
                <td key={table.outputs[index]?.name} class="map-decision__then">
                  {isFormula(output(cell)) ? <code>{output(cell)}</code> : output(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Page>
  );
};

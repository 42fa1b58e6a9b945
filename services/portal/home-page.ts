import { auditList, type CaseRow } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { selectMailbox } from '../letters/index.ts';
import { type Html, html } from '../platform/html.ts';
import type { User } from '../platform/route.ts';
import { anliegenName } from './anliegen-name.ts';
import type { StepFrame } from './application/step-page.ts';
import { formatDate } from './format-date.ts';
import { describeProgress } from './matter/describe-progress.ts';
import { letterList } from './matter/matter-page.ts';
import { type Matter, readMatter } from './matter/read-matter.ts';
import type { Page } from './page.ts';
import { listMatters } from './store.ts';

const mostLetters = 10;

const card = (matter: Matter, { t, language }: StepFrame): Html => {
  const { found, facts, need, hearingUntil, fee } = matter;
  const progress = describeProgress(facts, t, language);
  const name = anliegenName(found.anliegen, language);
  const asked = (need !== undefined && need.codes.length > 0) || hearingUntil !== undefined || (fee !== undefined && fee.owed > 0);
  return html`<li class="matter"><h3><a class="kern-link" href="/mein/vorgang/${found.caseId}">${name}</a></h3>
<p class="number">${t.home.number} ${found.aktenzeichen} · ${t.home.received(formatDate(found.receivedAt, language))}</p>
<dl class="short"><div><dt>${t.matter.waiting}</dt><dd${asked && html` class="asked"`}>${progress.waiting}</dd></div><div><dt>${t.matter.next}</dt><dd>${progress.next}</dd></div></dl></li>`;
};

/** All that is going on, and what has been written: the first thing a person sees. */
export const homePage = async (deps: Pick<Deps, 'db' | 'clock'>, user: User, frame: StepFrame): Promise<Page> => {
  const { t } = frame;
  const rows: CaseRow[] = await listMatters(deps.db, user.account);
  const matters = await Promise.all(rows.slice(0, 20).map((each) => readMatter(deps, user, each.caseId)));
  const letters = await selectMailbox(deps.db, user.account, mostLetters + 1);
  const seen = [...matters.map((each) => each.found), ...letters.slice(0, mostLetters)].map((each) => each.caseId);
  await auditList(deps.db, { actor: user.account, what: 'own matters', caseIds: seen });
  const body = html`<section><h2>${t.home.matters}</h2>
${matters.length === 0 ? html`<p>${t.home.noMatters}</p>` : html`<ul class="matters">${matters.map((matter) => card(matter, frame))}</ul>`}
<p><a class="kern-btn kern-btn--primary" href="/mein/antrag"><span class="kern-label">${t.home.apply}</span></a></p></section>
<section><h2>${t.home.letters}</h2>${letters.length === 0 ? html`<p>${t.home.noLetters}</p>` : letterList(letters.slice(0, mostLetters), frame)}
${letters.length > mostLetters && html`<p>${t.home.more}</p>`}</section>`;
  return { title: t.home.hello(user.name), body, current: 'home' };
};

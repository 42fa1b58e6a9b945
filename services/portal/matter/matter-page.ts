import type { MailboxRow } from '../../letters/index.ts';
import { codesOf, getRowWith } from '../../office/index.ts';
import { type Html, html } from '../../platform/html.ts';
import { anliegenName } from '../anliegen-name.ts';
import { csrfField, type StepFrame } from '../application/step-page.ts';
import { formatDate, formatDay } from '../format-date.ts';
import { formatMoney } from '../format-money.ts';
import type { Texts } from '../language.ts';
import { type Page, success } from '../page.ts';
import { paperName } from '../paper-name.ts';
import { describeProgress, type Progress } from './describe-progress.ts';
import type { Matter } from './read-matter.ts';

export type Said = 'neu' | 'hochgeladen' | 'zurueck';
export type UploadFaults = { type?: string; file?: string };

const progressLines = (progress: Progress, t: Texts): Html => html`<dl class="progress-lines">
<div><dt>${t.matter.here}</dt><dd>${progress.here.map((line) => html`<span>${line}</span> `)}</dd></div>
<div><dt>${t.matter.waiting}</dt><dd>${progress.waiting}</dd></div>
<div><dt>${t.matter.next}</dt><dd>${progress.next}</dd></div></dl>`;

const stepper = (progress: Progress, t: Texts): Html =>
  html`<h2 class="kern-sr-only">${t.matter.steps}</h2><ol class="stepper">${progress.steps.map(
    ({ name, state }) =>
      html`<li class="${state}"${state === 'now' && html` aria-current="step"`}><span class="mark" aria-hidden="true"></span><span>${t.matter.step[name]}</span> <span class="state">${t.matter.state[state]}</span></li>`,
  )}</ol>`;

const need = ({ need: wanted }: Matter, { t, language }: StepFrame): Html | false =>
  wanted !== undefined &&
  wanted.codes.length > 0 &&
  html`<section class="need"><h2>${t.matter.need.title}</h2><p>${t.matter.need.until(formatDay(wanted.until, language))}</p>
<ul class="kern-list kern-list--bullet">${wanted.codes.map((code) => html`<li>${paperName(code, language)}</li>`)}</ul><p>${t.matter.need.late}</p></section>`;

/** The hearing: what can be said, until when, and that nobody has to. */
const hearing = ({ hearingUntil }: Matter, { t, language }: StepFrame): Html | false =>
  hearingUntil !== undefined &&
  html`<section class="need"><h2>${t.matter.hearing.title}</h2><p>${t.matter.hearing.until(formatDay(hearingUntil, language))}</p>
<p>${t.matter.hearing.how}</p><p>${t.matter.hearing.help}</p></section>`;

const feeSection = ({ fee, found }: Matter, { t, language }: StepFrame): Html | false => {
  if (fee === undefined) return false;
  const words = t.matter.fee;
  const owed = formatMoney(fee.owed, language);
  if (fee.owed === 0) return html`<section><h2>${words.title}</h2><p>${words.paid(formatMoney(fee.amount, language))}</p></section>`;
  return html`<section class="need"><h2>${words.title}</h2><p>${fee.until ? words.until(owed, formatDay(fee.until, language)) : words.owed(owed)}</p>
<ul class="kern-list kern-list--bullet"><li>${words.desk}</li><li>${words.transfer(found.aktenzeichen)}</li></ul><p>${words.help}</p></section>`;
};

const faultLine = (id: string, text: string | undefined, t: Texts): Html | false =>
  text !== undefined &&
  html`<p class="kern-error" id="${id}"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${t.fields.fault}</span>${text}</span></p>`;

const upload = (matter: Matter, faults: UploadFaults, { t, language, formToken }: StepFrame): Html => {
  const words = t.matter.upload;
  const statement = getRowWith('unterlagen', 'stellungnahme').code;
  const asked = [...(matter.hearingUntil ? [statement] : []), ...(matter.need?.codes ?? [])];
  // At a hearing there is one thing to send: it is chosen already.
  const chosen = matter.hearingUntil && !matter.need ? statement : '';
  const codes = [...asked, ...codesOf('unterlagen').filter((code) => !asked.includes(code))];
  return html`<section id="hochladen"><h2>${words.title}</h2><p id="hinweis-datei">${words.text}</p>
<form class="questions" method="post" action="/mein/vorgang/${matter.found.caseId}" enctype="multipart/form-data" novalidate>${csrfField(formToken)}
<div class="kern-form-input${faults.type !== undefined && ' kern-form-input--error'}"><label class="kern-label" for="type">${words.type}</label>
<div class="kern-form-input__select-wrapper"><select class="kern-form-input__select" id="type" name="type"${faults.type !== undefined && html` aria-invalid="true" aria-describedby="type-fehler"`}><option value="">${t.fields.choose}</option>
${codes.map((code) => html`<option value="${code}"${code === chosen && html` selected`}>${paperName(code, language)}</option>`)}</select></div>${faultLine('type-fehler', faults.type, t)}</div>
<div class="kern-form-input${faults.file !== undefined && ' kern-form-input--error'}"><label class="kern-label" for="file">${words.file}</label>
<input class="kern-form-input__input" type="file" id="file" name="file" accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png" aria-describedby="hinweis-datei${faults.file !== undefined && ' file-fehler'}"${faults.file !== undefined && html` aria-invalid="true"`}>${faultLine('file-fehler', faults.file, t)}</div>
<div class="buttons"><button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${words.send}</span></button></div></form></section>`;
};

export const letterList = (letters: readonly MailboxRow[], { t, language }: StepFrame): Html =>
  html`<ul class="letters">${letters.map(
    (letter) => html`<li><a class="kern-link" href="/mein/briefe/${letter.letterId}" lang="de">${letter.subject}</a>
<span class="when">${formatDate(letter.at, language)}</span>${letter.openedAt === null && html` <strong class="new">${t.matter.unread}</strong>`}</li>`,
  )}</ul>`;

const documents = ({ documents: papers, found }: Matter, { t, language }: StepFrame): Html =>
  html`<section><h2>${t.matter.documents}</h2>${
    papers.length === 0
      ? html`<p>${t.matter.noDocuments}</p>`
      : html`<ul class="letters">${papers.map(
          (
            paper,
          ) => html`<li><a class="kern-link" href="/api/cases/${found.caseId}/documents/${paper.documentId}">${paperName(paper.type, language)}</a>
<span class="when">${paper.fileName}, ${t.matter.received(formatDate(paper.at, language))}</span></li>`,
        )}</ul>`
  }</section>`;

const notices = (matter: Matter, said: readonly Said[], t: Texts): Html | undefined => {
  if (said.includes('neu')) return success(t.matter.sent, t.matter.sentText(matter.found.aktenzeichen));
  if (said.includes('hochgeladen')) return success(t.matter.uploaded, '');
  if (said.includes('zurueck') && matter.found.status !== 'zurueckgenommen') return success(t.matter.withdraw.underway, '');
  return undefined;
};

const faultSummary = (faults: UploadFaults, t: Texts): Html | undefined => {
  const lines = [...(faults.type ? [{ id: 'type', text: faults.type }] : []), ...(faults.file ? [{ id: 'file', text: faults.file }] : [])];
  return lines.length === 0
    ? undefined
    : html`<div class="kern-alert kern-alert--danger" role="alert"><div class="kern-alert__header"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><h2 class="kern-title">${t.fields.summary(lines.length)}</h2></div>
<div class="kern-alert__body"><ul class="faults">${lines.map(({ id, text }) => html`<li><a class="kern-link" href="#${id}">${text}</a></li>`)}</ul></div></div>`;
};

/** "Wo steht mein Antrag?": three lines, the steps, what is needed, letters, papers. */
export const matterPage = (
  matter: Matter,
  letters: readonly MailboxRow[],
  said: readonly Said[],
  faults: UploadFaults,
  frame: StepFrame,
): Page => {
  const { t, language } = frame;
  const { found } = matter;
  const progress = describeProgress(matter.facts, t, language);
  const wanted = need(matter, frame);
  const heard = hearing(matter, frame);
  const upFront = wanted || heard ? html`${heard}${wanted}${upload(matter, faults, frame)}` : undefined;
  const body = html`<p class="number">${t.matter.number}: <strong>${found.aktenzeichen}</strong></p>
<section aria-labelledby="stand"><h2 id="stand">${t.matter.where}</h2>${progressLines(progress, t)}</section>
${stepper(progress, t)}
${upFront}
${feeSection(matter, frame)}
<section><h2>${t.matter.letters}</h2>${letters.length === 0 ? html`<p>${t.matter.noLetters}</p>` : letterList(letters, frame)}</section>
${documents(matter, frame)}
${!upFront && found.status !== 'zurueckgenommen' && upload(matter, faults, frame)}
${!progress.closed && html`<p class="withdraw"><a class="kern-link" href="/mein/vorgang/${found.caseId}/zuruecknehmen">${t.matter.withdraw.link}</a></p>`}`;
  const notice = faultSummary(faults, t) ?? notices(matter, said, t);
  return {
    title: anliegenName(found.anliegen, language),
    body,
    ...(notice ? { notice } : {}),
    ...(faults.file || faults.type ? { status: 400 } : {}),
  };
};

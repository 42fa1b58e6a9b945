import { findRow } from '../../office/index.ts';
import { html } from '../../platform/html.ts';
import type { Page } from '../page.ts';
import { paperName } from '../paper-name.ts';
import type { DraftFile } from '../store.ts';
import { csrfField, type StepFrame, stepButtons, stepHead } from './step-page.ts';
import { pathOf } from './steps.ts';
import { type UploadFault, uploadTypes } from './take-uploads.ts';

const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** One file input for each kind of paper; what is there already can be taken out again. */
export const uploadsPage = (files: readonly DraftFile[], faults: readonly UploadFault[], { t, language, formToken }: StepFrame): Page => {
  const words = t.application.uploads;
  const faultOf = (type: string): string | undefined => faults.find((fault) => fault.type === type)?.message;
  const labelOf = (type: string): string => paperName(type, language);
  const body = html`<p>${words.lead}</p>
${
  files.length > 0 &&
  html`<section class="there"><h2>${words.already}</h2><ul class="files">${files.map(
    (file) => html`<li><span><strong>${labelOf(file.type)}</strong><br>${file.fileName} (${size(file.size)})</span>
<form method="post" action="${pathOf('unterlagen')}/${file.fileId}/entfernen">${csrfField(formToken)}<button class="plain" type="submit" aria-label="${words.removeLabel(file.fileName)}">${words.remove}</button></form></li>`,
  )}</ul></section>`
}
<form class="questions" method="post" action="${pathOf('unterlagen')}" enctype="multipart/form-data" novalidate>${csrfField(formToken)}
${uploadTypes.map((type) => {
  const hint = findRow('unterlagen', type)?.hinweisImPortal?.[language] ?? '';
  const fault = faultOf(type);
  const described = [hint && `${type}-hinweis`, fault && `${type}-fehler`].filter(Boolean).join(' ');
  return html`<div class="kern-form-input${fault !== undefined && ' kern-form-input--error'}"><label class="kern-label" for="${type}">${labelOf(type)} <span class="kern-label__optional">(${t.fields.optional})</span></label>
${hint !== '' && html`<div class="kern-hint" id="${type}-hinweis">${hint}</div>`}
<input class="kern-form-input__input" type="file" id="${type}" name="${type}" accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png" multiple${described !== '' && html` aria-describedby="${described}"`}${fault !== undefined && html` aria-invalid="true"`}>
${fault !== undefined && html`<p class="kern-error" id="${type}-fehler"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${t.fields.fault}</span>${fault}</span></p>`}</div>`;
})}
<div class="kern-alert kern-alert--info"><div class="kern-alert__header"><span class="kern-icon kern-icon--info" aria-hidden="true"></span><h2 class="kern-title">${words.skip}</h2></div><div class="kern-alert__body"><p class="kern-body">${words.skipText}</p></div></div>
${stepButtons('unterlagen', t)}</form>`;
  const notice =
    faults.length > 0
      ? html`<div class="kern-alert kern-alert--danger" role="alert"><div class="kern-alert__header"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><h2 class="kern-title">${t.fields.summary(faults.length)}</h2></div>
<div class="kern-alert__body"><ul class="faults">${faults.map((fault) => html`<li><a class="kern-link" href="#${fault.type}">${labelOf(fault.type)}: ${fault.message}</a></li>`)}</ul></div></div>`
      : undefined;
  return { ...stepHead('unterlagen', t), body, ...(notice ? { notice, status: 400 } : {}) };
};

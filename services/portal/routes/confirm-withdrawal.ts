import Joi from 'joi';
import { getVisibleCase } from '../../cases/index.ts';
import { findRow } from '../../office/index.ts';
import { audit } from '../../platform/audit.ts';
import { html } from '../../platform/html.ts';
import { anliegenName } from '../anliegen-name.ts';
import { csrfField } from '../application/step-page.ts';
import { definePage } from '../define-page.ts';

/** Asked once more, because it cannot be undone. */
export default definePage<{ caseId: string }>({
  method: 'GET',
  path: '/mein/vorgang/{caseId}/zuruecknehmen',
  summary: 'Portal: Rücknahme bestätigen',
  params: { caseId: Joi.string().guid().required() },
  show: async ({ user, params, t, language, formToken }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['portal']);
    await deps.db.transaction((trx) =>
      audit(trx, { actor: user.account, action: 'view case', caseId: found.caseId, section: found.section, outcome: 'done' }),
    );
    const back = `/mein/vorgang/${found.caseId}`;
    if (found.closedAt) return { to: back };
    const words = t.matter.withdraw;
    const body = html`<p class="number">${t.matter.number}: <strong>${found.aktenzeichen}</strong></p>
<p>${findRow('anliegen', found.anliegen)?.ruecknahme?.[language] ?? words.text}</p><p>${words.later}</p><p>${words.ask}</p>
<form method="post" action="${back}/zuruecknehmen">${csrfField(formToken)}<div class="buttons">
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${words.yes}</span></button>
<a class="kern-btn kern-btn--secondary" href="${back}"><span class="kern-label">${words.no}</span></a></div></form>`;
    return { title: words.title, over: anliegenName(found.anliegen, language), body };
  },
});

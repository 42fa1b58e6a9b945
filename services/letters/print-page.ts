import { type Html, html } from '../platform/html.ts';
import { formatDate } from './format-date.ts';
import { isSample, letterBody } from './letter-body.ts';
import { office } from './office.ts';
import { demoMark } from './render-letter.ts';
import type { letterView } from './view.ts';

type Shown = ReturnType<typeof letterView>;

/** Name and address as they show in the window, a line each. A letter without a known address bears the name alone. */
const addressLines = ({ addressee: { name, address } }: Shown): string[] => [name, ...address.split(/,\s*|\n/).filter(Boolean)].slice(0, 6);

const infoLine = (label: string, value: string): Html => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** A decision is signed by hand (§ 37 (3) VwVfG); other letters say that they are not (§ 37 (5)). */
const closing = (type: string): Html =>
  type.startsWith('bescheid')
    ? html`<p class="closing">Im Auftrag</p><p class="signature">Unterschrift</p>`
    : html`<p class="closing">Ihre Ausländerbehörde Musterstadt</p><p class="machine">Dieser Brief wurde mit Technik erstellt und gilt ohne Unterschrift.</p>`;

/**
 * A letter on paper: address window, information block and fold marks where DIN 5008 (form B) has them. Prints without
 * JavaScript; on a screen it shows the sheet as it will be. Always German: only this wording counts.
 */
export const printPage = (letter: Shown): string => {
  const sample = isSample(letter.blocks);
  return html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${letter.subject} – ${letter.aktenzeichen}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/portal.css">
</head>
<body class="paper">
<aside class="screen-only" aria-label="Hinweis">So sieht der Brief auf Papier aus. Drucken oder als PDF speichern: Strg + P, am Mac ⌘ + P.</aside>
${sample && html`<div class="sample" aria-hidden="true">${demoMark}</div>`}
<main class="sheet">
<span class="fold fold-1" aria-hidden="true"></span><span class="fold hole" aria-hidden="true"></span><span class="fold fold-2" aria-hidden="true"></span>
<header class="letterhead"><p class="office">${office.name}<br><span>${office.department}</span></p>${sample && html`<p class="sample-line">${demoMark}</p>`}</header>
<div class="window"><p class="sender">${office.sender}</p><p class="recipient">${addressLines(letter).map((line) => html`${line}<br>`)}</p></div>
<dl class="info">
${infoLine('Aktenzeichen', letter.aktenzeichen)}${infoLine('Datum', formatDate(letter.at))}
${infoLine('Telefon', office.phone)}${infoLine('Im Netz', office.web)}
</dl>
<div class="text">
<h1>${letter.subject}</h1>
${letterBody(letter)}
${closing(letter.type)}
</div>
</main>
</body>
</html>
`.text;
};

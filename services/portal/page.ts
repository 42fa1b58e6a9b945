import { type Html, html } from '../platform/html.ts';
import { type Answer, reply } from '../platform/route.ts';
import { type Tour, tourCookie, tourStrip } from './demo-tour.ts';
import { type Language, languageCookie, type Texts, textsOf } from './language.ts';

export type Section = 'home' | 'apply';

/** What a page shows. `title` is the headline, too. */
export type Page = {
  title: string;
  body: Html;
  status?: number;
  current?: Section;
  /** Shown before the headline: what was just done, or all faults. */
  notice?: Html;
  /** Of the headline, where it is not the page's: a letter's subject. */
  titleLanguage?: Language;
  /** Small line over the headline, e.g. "Schritt 2 von 5". */
  over?: string;
};

export type Frame = {
  language: Language;
  /** Whoever is signed in; nobody on pages of faults. */
  person?: string;
  formToken: string;
  demo: boolean;
  /** The person has just chosen it: it is kept. */
  keepLanguage: boolean;
  /** In the demo only. */
  tour?: Tour;
};

const navigation = (t: Texts, frame: Frame, current: Section | undefined): Html | false =>
  frame.person !== undefined &&
  html`<div class="bar"><div class="bar-inner">
<nav aria-label="${t.nav.label}"><ul>
<li><a href="/mein"${current === 'home' && html` aria-current="page"`}>${t.nav.home}</a></li>
<li><a href="/mein/antrag"${current === 'apply' && html` aria-current="page"`}>${t.nav.apply}</a></li>
</ul></nav>
<form class="sign-out" method="post" action="/auth/sign-out"><input type="hidden" name="csrf" value="${frame.formToken}">
<span><span class="kern-sr-only">${t.nav.signedInAs} </span>${frame.person}</span>
<button class="plain" type="submit">${t.nav.signOut}</button></form>
</div></div>`;

/** Only what was chosen with this address is kept. */
const cookiesOf = ({ keepLanguage, language, tour }: Frame): string[] => [
  ...(keepLanguage ? [languageCookie(language)] : []),
  ...(tour?.chosen ? [tourCookie(tour)] : []),
];

const shell = (page: Page, frame: Frame): Html => {
  const t = textsOf(frame.language);
  const other = frame.language === 'de' ? 'en' : 'de';
  return html`<!doctype html>
<html lang="${t.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${(page.status ?? 200) >= 400 && t.fields.fault}${page.title} – ${t.site}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/portal.css">
</head>
<body class="portal">
<a class="skip" href="#inhalt">${t.skip}</a>
<header>
${frame.demo && html`<p class="demo">${t.demo} <a href="/mein?rundgang=1">${t.tour.start}</a> · <a href="/">${t.tour.role}</a></p>`}
<div class="head"><a class="brand" href="/mein"><strong>${t.site}</strong> <span>${t.product}</span></a>
<a class="language" href="?lang=${other}" hreflang="${other}" lang="${other}">${t.otherLanguage}</a></div>
${navigation(t, frame, page.current)}
${frame.tour && tourStrip(frame.tour, frame.language)}
</header>
<main id="inhalt" tabindex="-1">
${page.notice}
<h1>${page.over !== undefined && html`<span class="over">${page.over}</span> `}${page.titleLanguage && page.titleLanguage !== frame.language ? html`<span lang="${page.titleLanguage}">${page.title}</span>` : page.title}</h1>
${page.body}
</main>
<footer><div class="foot"><p>${t.footer.help}</p><p>${t.footer.privacy}</p></div></footer>
</body>
</html>
`;
};

/** Nothing personal stays in a cache; the browser may name our origin to ourselves, because forms are told apart by it. */
export const renderPage = (page: Page, frame: Frame): Answer => {
  const cookies = cookiesOf(frame);
  return reply(page.status ?? 200, shell(page, frame).text, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': frame.language,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    vary: 'cookie',
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
  });
};

export const success = (title: string, text: string): Html =>
  html`<div class="kern-alert kern-alert--success" role="status"><div class="kern-alert__header"><span class="kern-icon kern-icon--success" aria-hidden="true"></span>
<span class="kern-title">${title}</span></div><div class="kern-alert__body"><p class="kern-body">${text}</p></div></div>`;

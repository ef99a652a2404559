import { directionOf, type Locale, localeNames, locales } from '@fairlead/contract';
import { announcementsAddress } from '../../modules/announcements/index.ts';
import { helpAddress } from '../../modules/helpcenter/index.ts';
import { type HelpText, helpText } from './help-text.ts';
import { type Html, html, jsonForScript } from './html.ts';

/** What every page of the help center knows of where it stands. */
export interface Site {
  readonly publicUrl: string;
  readonly organisation: string;
  /** The chat's inbox; null where there is none. */
  readonly inboxKey: string | null;
}

export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** The page's address, from the root of the server, in a language. */
  readonly address: (locale: Locale) => string;
  /** The languages in which it has its own text; all where it has none of its own. */
  readonly translated?: readonly Locale[];
  /** The address of which this page is the same text, where it is not its own. */
  readonly canonical?: string;
  readonly body: Html;
  readonly crumbs?: ReadonlyArray<{ readonly name: string; readonly address: string }>;
  readonly data?: readonly object[];
  readonly feed?: { readonly title: string; readonly address: string };
  readonly image?: string;
  readonly search?: string;
  /** Search engines are asked to leave it out. */
  readonly unlisted?: boolean;
  /** The home page asks in the middle of the page. */
  readonly askedBelow?: boolean;
}

/** A whole page: head, search, switch of language, the text, and how to reach people. Works without scripts. */
export function layout(site: Site, page: Page): string {
  const { locale } = page;
  const text = helpText(locale);
  const address = page.address(locale);
  const whole = (path: string) => site.publicUrl + path;
  const title = `${page.title} · ${site.organisation}`;
  const alternates = (page.translated ?? locales).map(
    (it) => html`<link rel="alternate" hreflang="${it}" href="${whole(page.address(it))}">`,
  );
  const doc = html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
${page.unlisted ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${whole(page.canonical ?? address)}">`}
${page.unlisted ? null : [...alternates, html`<link rel="alternate" hreflang="x-default" href="${whole(page.address('en'))}">`]}
${page.feed && html`<link rel="alternate" type="application/rss+xml" title="${page.feed.title}" href="${page.feed.address}">`}
<meta property="og:type" content="${page.data ? 'article' : 'website'}">
<meta property="og:site_name" content="${site.organisation}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:url" content="${whole(address)}">
<meta property="og:locale" content="${locale.replace('-', '_')}">
${page.image && html`<meta property="og:image" content="${whole(page.image)}"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"><meta name="twitter:card" content="summary_large_image">`}
<link rel="stylesheet" href="/help/assets/help.css">
<script type="module" src="/help/assets/help.js"></script>
${page.data?.map((it) => html`<script type="application/ld+json">${jsonForScript(it)}</script>`)}
</head>
<body>
<a class="skip" href="#text">${text('skip')}</a>
<header class="top">
<div class="bar">
<a class="brand" href="${helpAddress(locale)}"><b>${site.organisation}</b> <span>${text('title')}</span></a>
${page.askedBelow ? null : searchForm(locale, text, page.search)}
${languageSwitch(page, text)}
</div>
</header>
<main id="text">
${page.crumbs && html`<nav class="crumbs" aria-label="${text('breadcrumb')}"><ol>${page.crumbs.map((it) => html`<li><a href="${it.address}">${it.name}</a></li>`)}</ol></nav>`}
${page.body}
</main>
<footer><p class="safety">${text('safety')} <a href="${helpAddress(locale)}official">${text('official.title')}</a> <a href="${announcementsAddress(locale)}">${text('news.title')}</a></p></footer>
${site.inboxKey && html`<script async src="/widget/loader.js" data-inbox="${site.inboxKey}" data-locale="${locale}"></script>`}
</body>
</html>
`;
  return doc.text;
}

/** The search box; a plain form where scripts do not run. */
export function searchForm(locale: Locale, text: HelpText, value = ''): Html {
  return html`<form class="search" role="search" action="${helpAddress(locale)}search">
<label class="visually-hidden" for="q">${text('search.label')}</label>
<input id="q" name="q" type="search" maxlength="200" autocomplete="off" enterkeyhint="search" placeholder="${text('search.placeholder')}" value="${value}" data-locale="${locale}" data-suggestions="${text('search.suggestions')}">
<button>${text('search.submit')}</button>
</form>`;
}

function languageSwitch(page: Page, text: HelpText): Html {
  const link = (it: Locale) =>
    html`<li><a href="${page.address(it)}" lang="${it}" hreflang="${it}"${it === page.locale ? html` aria-current="true"` : null}>${localeNames[it]}</a></li>`;
  return html`<details class="languages"><summary aria-label="${text('languages')}: ${localeNames[page.locale]}">${localeNames[page.locale]}</summary><ul>${locales.map(link)}</ul></details>`;
}

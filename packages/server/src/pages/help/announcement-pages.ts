import {
  type AnnouncementKind,
  type ArticleLine,
  announcementKinds,
  directionOf,
  type Locale,
  nameOfLanguage,
} from '@fairlead/contract';
import {
  announcementAddress,
  announcementsAddress,
  announcementWords,
  kindName,
  type PublicLine,
  type PublicPage,
} from '../../modules/announcements/index.ts';
import { helpAddress } from '../../modules/helpcenter/index.ts';
import { helpText } from './help-text.ts';
import { type Html, html, raw } from './html.ts';
import { layout, type Site } from './layout.ts';
import { ownLanguage } from './own-language.ts';

const day = (locale: Locale, moment: Date): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(moment);

type Line = Pick<PublicLine, 'kind' | 'publishedAt' | 'locale' | 'address' | 'title' | 'summary'>;

/** Announcements in a list: what they are about, and when they came out. */
export const announcementList = (lines: readonly Line[], locale: Locale): Html =>
  html`<ul class="articles">${lines.map(
    (it) =>
      html`<li><small>${kindName(locale, it.kind)} · <time datetime="${it.publishedAt.toISOString()}">${day(locale, it.publishedAt)}</time></small><div${ownLanguage(it, locale)}><a href="${it.address}">${it.title}</a><p>${it.summary}</p></div></li>`,
  )}</ul>`;

/** All announcements, or those of a kind, the last published first. */
export function announcementsPage(
  site: Site,
  locale: Locale,
  { kind, lines }: { kind: AnnouncementKind | null; lines: readonly PublicLine[] },
): string {
  const text = helpText(locale);
  const own = announcementsAddress(locale);
  const facet = (address: string, name: string, current: boolean) =>
    html`<li><a href="${address}"${current ? html` aria-current="page"` : null}>${name}</a></li>`;
  const address = (it: Locale) => announcementsAddress(it) + (kind === null ? '' : `?kind=${kind}`);
  return layout(site, {
    locale,
    title: kind === null ? text('news.title') : kindName(locale, kind),
    description: text('news.lead'),
    address,
    crumbs: [{ name: text('title'), address: helpAddress(locale) }],
    feed: { title: text('news.title'), address: `${own}feed.xml` },
    body: html`<h1>${text('news.title')}</h1>
<p class="lead">${text('news.lead')}</p>
<nav aria-label="${text('news.kinds')}"><ul class="facets">${facet(own, text('news.all'), kind === null)}${announcementKinds.map((it) => facet(`${own}?kind=${it}`, kindName(locale, it), it === kind))}</ul></nav>
${lines.length > 0 ? announcementList(lines, locale) : html`<p class="notice">${text('news.none')}</p>`}
${subscribing(locale)}`,
  });
}

/** How to be told of the next ones. */
function subscribing(locale: Locale): Html {
  const text = helpText(locale);
  return html`<p class="ways"><a class="way" href="/portal/announcements" rel="nofollow">${text('news.letters')}</a> <a class="quiet" href="${announcementsAddress(locale)}feed.xml">${text('news.feed')}</a></p>`;
}

/** One announcement; withdrawn it says only that. `body` is its text as HTML that is safe. */
export function announcementPage(
  site: Site,
  locale: Locale,
  page: PublicPage,
  {
    body,
    articles,
    picture,
  }: {
    readonly body: string;
    readonly articles: readonly ArticleLine[];
    readonly picture: { readonly url: string; readonly width: number; readonly height: number } | null;
  },
): string {
  const text = helpText(locale);
  const foreign = page.locale !== locale;
  const address = (it: Locale) => announcementAddress(it, page.slug);
  const gone = page.withdrawnAt !== null;
  const inPage = html` lang="${locale}" dir="${directionOf(locale)}"`;
  return layout(site, {
    locale,
    title: page.title,
    description: gone ? announcementWords(locale, 'withdrawn.text') : page.summary,
    address,
    translated: page.locales,
    ...(foreign && { canonical: address(page.locale) }),
    ...(gone && { unlisted: true }),
    crumbs: [
      { name: text('title'), address: helpAddress(locale) },
      { name: text('news.title'), address: announcementsAddress(locale) },
    ],
    body: html`<article${foreign ? html` lang="${page.locale}" dir="${directionOf(page.locale)}"` : null}>
${foreign ? html`<p class="notice"${inPage}>${text('article.elsewhere', { wanted: nameOfLanguage(locale, locale), shown: nameOfLanguage(page.locale, locale) })}</p>` : null}
<p class="quiet"${inPage}>${kindName(locale, page.kind)}</p>
<h1>${page.title}</h1>
${gone ? html`<p class="callout warning"${inPage}>${announcementWords(locale, 'withdrawn.text')}</p>` : html`<p class="lead">${page.summary}</p>${picture && html`<p class="prose"><img src="${picture.url}" alt="${page.pictureAlt}" width="${picture.width}" height="${picture.height}" decoding="async"></p>`}<div class="prose">${raw(body)}</div>`}
<p class="dates"${inPage}><span>${text('news.published', { date: day(locale, page.publishedAt) })}</span>
${page.corrected && html`<span>${text('news.corrected', { date: day(locale, page.updatedAt) })}</span>`}</p>
</article>
${articles.length > 0 && html`<section class="related" aria-labelledby="related"><h2 id="related">${text('news.articles')}</h2><ul>${articles.map((it) => html`<li><a${ownLanguage(it, locale)} href="${it.url}">${it.title}</a></li>`)}</ul></section>`}
${subscribing(locale)}`,
  });
}

/** Announcements as RSS 2.0, the last published first. A correction keeps its place and its name. */
export function announcementsFeed(
  { publicUrl, organisation }: Site,
  locale: Locale,
  lines: readonly PublicLine[],
): string {
  const text = helpText(locale);
  const own = publicUrl + announcementsAddress(locale);
  const items = lines.map(
    (it) =>
      html`<item><title>${it.title}</title><link>${publicUrl}${it.address}</link><guid isPermaLink="true">${publicUrl}${it.address}</guid><category>${kindName(locale, it.kind)}</category><description>${it.summary}</description><pubDate>${it.publishedAt.toUTCString()}</pubDate></item>`,
  );
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${text('news.title')} · ${organisation}</title><link>${own}</link><description>${text('news.lead')}</description><language>${locale}</language><atom:link href="${own}feed.xml" rel="self" type="application/rss+xml"/>${items}</channel></rss>
`.text;
}

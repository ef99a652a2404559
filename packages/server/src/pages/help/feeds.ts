import type { ArticleLine, Locale, PublicCategory } from '@fairlead/contract';
import {
  announcementAddress,
  announcementsAddress,
  type PublicLine,
} from '../../modules/announcements/index.ts';
import { articleAddress, categoryAddress, helpAddress } from '../../modules/helpcenter/index.ts';
import { html } from './html.ts';
import type { Site } from './layout.ts';
import { officialAddress } from './official-page.ts';

/** The articles of a category as RSS 2.0, the last published first. */
export function categoryFeed(
  { publicUrl, organisation }: Site,
  locale: Locale,
  category: PublicCategory,
  lines: readonly ArticleLine[],
): string {
  const newest = [...lines].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, 50);
  const own = publicUrl + categoryAddress(locale, category.slug);
  const items = newest.map(
    (it) =>
      html`<item><title>${it.title}</title><link>${publicUrl}${it.url}</link><guid>${publicUrl}${it.url}</guid><description>${it.summary}</description><pubDate>${new Date(it.updatedAt).toUTCString()}</pubDate></item>`,
  );
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${category.name} · ${organisation}</title><link>${own}</link><description>${category.description}</description><language>${locale}</language><atom:link href="${own}/feed.xml" rel="self" type="application/rss+xml"/>${items}</channel></rss>
`.text;
}

/** Every page that search engines should know, each with its translations (sitemaps.org, with the xhtml links that Google reads). */
export function siteMap(
  { publicUrl }: Site,
  locales: readonly Locale[],
  categories: readonly PublicCategory[],
  articles: ReadonlyArray<{ slug: string; category: string; locales: readonly Locale[]; updatedAt: string }>,
  announcements: readonly PublicLine[],
): string {
  const entry = (address: (it: Locale) => string, there: readonly Locale[], changed?: string) =>
    there.map(
      (locale) =>
        html`<url><loc>${publicUrl}${address(locale)}</loc>${changed && html`<lastmod>${changed.slice(0, 10)}</lastmod>`}${there.map((it) => html`<xhtml:link rel="alternate" hreflang="${it}" href="${publicUrl}${address(it)}"/>`)}</url>`,
    );
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entry(helpAddress, locales)}${entry(officialAddress, locales)}${categories.map((it) => entry((locale) => categoryAddress(locale, it.slug), locales))}${articles.map((it) => entry((locale) => articleAddress(locale, it.category, it.slug), it.locales, it.updatedAt))}${entry(announcementsAddress, locales)}${announcements.map((it) => entry((locale) => announcementAddress(locale, it.slug), it.locales, it.updatedAt.toISOString()))}</urlset>
`.text;
}

import type { endpoints, Locale, PublicCategory, ResponseOf } from '@fairlead/contract';
import type { NewsItem } from '../../modules/announcements/index.ts';
import { helpAddress } from '../../modules/helpcenter/index.ts';
import { announcementList } from './announcement-pages.ts';
import { contactOptions } from './contact-options.ts';
import { helpText } from './help-text.ts';
import { type Html, html } from './html.ts';
import { layout, type Site } from './layout.ts';
import { ownLanguage } from './own-language.ts';

type Found = ResponseOf<typeof endpoints.help.search>;

const marked = (fragments: Found['items'][number]['excerpt']): Html[] =>
  fragments.map((it) => (it.hit ? html`<mark>${it.text}</mark>` : html`${it.text}`));

/** What was found, by topic; where nothing was, what to do instead. */
export function searchPage(
  site: Site,
  locale: Locale,
  {
    asked,
    category,
    found,
    announced,
    categories,
  }: {
    asked: string;
    category: string | null;
    found: Found;
    announced: readonly NewsItem[];
    categories: readonly PublicCategory[];
  },
): string {
  const text = helpText(locale);
  const address = (it: Locale, of = category) =>
    `${helpAddress(it)}search?q=${encodeURIComponent(asked)}${of ? `&category=${of}` : ''}`;
  const total = found.facets.reduce((sum, it) => sum + it.count, 0);
  const facet = (slug: string | null, name: string, count: number) =>
    html`<li><a href="${address(locale, slug)}"${slug === category ? html` aria-current="true"` : null}>${name} <small>${count}</small></a></li>`;
  const facets = [
    facet(null, text('search.all'), total),
    ...found.facets.map((it) =>
      facet(it.category, categories.find(({ slug }) => slug === it.category)?.name ?? it.category, it.count),
    ),
  ];
  const from = found.searchId ? `?s=${found.searchId}` : '';
  const results = html`<h1>${text('search.title', { text: asked })}</h1>
<p role="status">${text('search.count', { count: total })}</p>
${found.facets.length > 1 && html`<ul class="facets">${facets}</ul>`}
<ol class="articles results">${found.items.map((it) => html`<li${ownLanguage(it, locale)}><a href="${it.url}${from}">${marked(it.titleFragments)}</a><p>${marked(it.excerpt)}</p></li>`)}</ol>`;
  const topics = html`<h1>${asked ? text('search.none', { text: asked }) : text('search.label')}</h1>
<p>${text('search.none.hint')}</p>
<ul class="topics">${categories.filter((it) => !it.parent).map((it) => html`<li><a href="${helpAddress(locale)}${it.slug}">${it.name}</a></li>`)}</ul>`;
  return layout(site, {
    locale,
    title: asked ? text('search.title', { text: asked }) : text('search.label'),
    description: text('search.label'),
    address,
    unlisted: true,
    search: asked,
    crumbs: [{ name: text('title'), address: helpAddress(locale) }],
    body: html`${found.items.length > 0 ? results : topics}
${announced.length > 0 && html`<h2>${text('news.title')}</h2>${announcementList(announced, locale)}`}
${contactOptions(site, text)}`,
  });
}

import type { ArticleLine, Locale, PublicCategory } from '@fairlead/contract';
import { announcementsAddress, type PublicLine } from '../../modules/announcements/index.ts';
import { categoryAddress, helpAddress } from '../../modules/helpcenter/index.ts';
import { announcementList } from './announcement-pages.ts';
import { contactOptions } from './contact-options.ts';
import { helpText } from './help-text.ts';
import { html } from './html.ts';
import { layout, type Site, searchForm } from './layout.ts';
import { ownLanguage } from './own-language.ts';

/** The first page: the search, what is urgent, the topics, what was announced last. */
export function homePage(
  site: Site,
  locale: Locale,
  {
    categories,
    urgent,
    news,
  }: {
    categories: readonly PublicCategory[];
    urgent: readonly ArticleLine[];
    news: readonly PublicLine[];
  },
): string {
  const text = helpText(locale);
  const cards = categories
    .filter((it) => !it.parent)
    .map(
      (it) =>
        html`<li><a class="card" href="${categoryAddress(locale, it.slug)}"><b>${it.name}</b><span>${it.description}</span><small>${text('category.articles', { count: it.articles })}</small></a></li>`,
    );
  const first =
    urgent.length > 0 &&
    html`<section class="urgent" aria-labelledby="urgent"><h2 id="urgent">${text('home.urgent')}</h2><ul>${urgent.map((it) => html`<li><a href="${it.url}"><span${ownLanguage(it, locale)}>${it.title}</span></a></li>`)}</ul></section>`;
  const last =
    news.length > 0 &&
    html`<section aria-labelledby="news"><h2 id="news"><a href="${announcementsAddress(locale)}">${text('news.title')}</a></h2>${announcementList(news, locale)}</section>`;
  return layout(site, {
    locale,
    title: text('title'),
    description: `${site.organisation}: ${categories
      .filter((it) => !it.parent)
      .map((it) => it.name)
      .join(', ')}`,
    address: helpAddress,
    askedBelow: true,
    body: html`<div class="hero"><h1>${text('home.heading')}</h1>${searchForm(locale, text)}</div>
${first}
<section aria-labelledby="topics"><h2 id="topics">${text('home.topics')}</h2><ul class="cards">${cards}</ul></section>
${last}
${contactOptions(site, text)}`,
  });
}

import type { ArticleLine, Locale, PublicCategory } from '@fairlead/contract';
import { categoryAddress, helpAddress } from '../../modules/helpcenter/index.ts';
import { articleCard } from './article-card.ts';
import { contactOptions } from './contact-options.ts';
import { helpText } from './help-text.ts';
import { html } from './html.ts';
import { layout, type Site } from './layout.ts';

/** The articles of a category, those of the categories below it under their names. */
export function categoryPage(
  site: Site,
  locale: Locale,
  {
    category,
    below,
    lines,
  }: { category: PublicCategory; below: readonly PublicCategory[]; lines: readonly ArticleLine[] },
): string {
  const text = helpText(locale);
  const list = (slug: string) =>
    html`<ul class="articles">${lines.filter((it) => it.category === slug).map((it) => articleCard(it, locale))}</ul>`;
  const address = (it: Locale) => categoryAddress(it, category.slug);
  const feed = { title: category.name, address: `${address(locale)}/feed.xml` };
  return layout(site, {
    locale,
    title: category.name,
    description: category.description || category.name,
    address,
    crumbs: [{ name: text('title'), address: helpAddress(locale) }],
    feed,
    body: html`<h1>${category.name}</h1>
<p class="lead">${category.description}</p>
${list(category.slug)}
${below.map((it) => html`<section><h2>${it.name}</h2>${list(it.slug)}</section>`)}
<p><a class="quiet" href="${feed.address}">${text('category.feed')}</a></p>
${contactOptions(site, text)}`,
  });
}

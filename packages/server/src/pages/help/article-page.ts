import {
  directionOf,
  type Locale,
  nameOfLanguage,
  type PublicArticle,
  voteReasons,
} from '@fairlead/contract';
import { articleAddress, categoryAddress, helpAddress } from '../../modules/helpcenter/index.ts';
import { contactOptions } from './contact-options.ts';
import { type HelpText, helpText } from './help-text.ts';
import { type Html, html, raw } from './html.ts';
import { layout, type Site } from './layout.ts';
import { ownLanguage } from './own-language.ts';

export interface ShownArticle extends PublicArticle {
  readonly sections: ReadonlyArray<{ readonly id: string; readonly text: string; readonly level: 2 | 3 }>;
  readonly categoryName: string;
}

/** One article, with what a reader does next: vote, read on, or reach people. `voted` is what they have just said. */
export function articlePage(
  site: Site,
  locale: Locale,
  article: ShownArticle,
  voted: 'yes' | 'no' | 'thanks' | null,
): string {
  const text = helpText(locale);
  const address = (it: Locale) => articleAddress(it, article.category, article.slug);
  const own = address(locale);
  const foreign = article.locale !== locale;
  const crumbs = [
    { name: text('title'), address: helpAddress(locale) },
    { name: article.categoryName, address: categoryAddress(locale, article.category) },
  ];
  const day = (moment: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(moment));
  const contents = article.sections.filter((it) => it.level === 2);
  return layout(site, {
    locale,
    title: article.title,
    description: article.summary,
    address,
    translated: article.locales,
    ...(foreign && { canonical: address(article.locale) }),
    crumbs,
    image: `${address(article.locale)}/image.png`,
    data: structured(site, article, own, crumbs),
    body: html`<div class="reading">
<article${foreign ? html` lang="${article.locale}" dir="${directionOf(article.locale)}"` : null}>
${foreign ? html`<p class="notice" lang="${locale}" dir="${directionOf(locale)}">${text('article.elsewhere', { wanted: nameOfLanguage(locale, locale), shown: nameOfLanguage(article.locale, locale) })}</p>` : null}
<h1>${article.title}</h1>
<div class="prose">${raw(article.html)}</div>
<p class="dates" lang="${locale}" dir="${directionOf(locale)}">${article.reviewedAt && html`<span>${text('article.reviewed', { date: day(article.reviewedAt) })}</span>`}
${article.factsAsOf && html`<span>${text('article.facts', { date: day(article.factsAsOf) })}</span>`}</p>
</article>
${contents.length > 2 ? html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${text('article.contents')}</h2><ol>${contents.map((it) => html`<li><a${ownLanguage(article, locale)} href="#${it.id}">${it.text}</a></li>`)}</ol></nav>` : null}
</div>
${article.attachments.length > 0 && html`<section class="files" aria-labelledby="files"><h2 id="files">${text('article.files')}</h2><ul>${article.attachments.map((it) => html`<li><a dir="auto" href="${it.url}">${it.name}</a> <span>${fileNote(it, locale)}</span></li>`)}</ul></section>`}
${voting(text, own, voted)}
${article.related.length > 0 && html`<section class="related" aria-labelledby="related"><h2 id="related">${text('article.related')}</h2><ul>${article.related.map((it) => html`<li><a${ownLanguage(it, locale)} href="${it.url}">${it.title}</a></li>`)}</ul></section>`}
${contactOptions(site, text, { category: article.ticketCategory, from: own })}`,
  });
}

/** What a file is, and how large: `PDF, 1.2 MB`. */
function fileNote({ url, size }: { url: string; size: number }, locale: Locale): string {
  const kind = url.replace(/\?.*$/s, '').split('.').at(-1)?.toUpperCase() ?? '';
  const [unit, amount] = size < 1_000_000 ? ['kilobyte', size / 1000] : ['megabyte', size / 1_000_000];
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 2 });
  return `${kind}, ${format.format(Math.max(amount, 0.1))}`;
}

function voting(text: HelpText, own: string, voted: 'yes' | 'no' | 'thanks' | null): Html {
  const why = html`<form class="why" method="post" action="${own}/vote" data-vote>
<fieldset><legend>${text('vote.why')}</legend>
<input type="hidden" name="helpful" value="no">
${voteReasons.map((it) => html`<label><input type="radio" name="reason" value="${it}" required> ${text(`vote.reason.${it}`)}</label>`)}
<label class="comment"><span>${text('vote.comment')}</span><textarea name="comment" maxlength="1000" rows="3"></textarea></label>
<button>${text('vote.send')}</button></fieldset></form>`;
  if (voted === 'yes' || voted === 'thanks')
    return html`<section class="vote" id="vote"><p role="status">${text('vote.thanks')}</p></section>`;
  if (voted === 'no') return html`<section class="vote" id="vote">${why}</section>`;
  return html`<section class="vote" id="vote" aria-labelledby="vote-question">
<form method="post" action="${own}/vote" data-vote data-thanks="${text('vote.thanks')}"><p id="vote-question">${text('vote.question')}</p>
<button name="helpful" value="yes">${text('vote.yes')}</button> <button name="helpful" value="no">${text('vote.no')}</button></form>
<template>${why}</template></section>`;
}

/** What search engines read: where the page stands, and what it answers (schema.org BreadcrumbList, Article, FAQPage). */
function structured(
  site: Site,
  article: ShownArticle,
  own: string,
  crumbs: ReadonlyArray<{ name: string; address: string }>,
): object[] {
  const context = 'https://schema.org';
  const whole = (path: string) => site.publicUrl + path;
  return [
    {
      '@context': context,
      '@type': 'BreadcrumbList',
      itemListElement: [...crumbs, { name: article.title, address: own }].map((it, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: it.name,
        item: whole(it.address),
      })),
    },
    {
      '@context': context,
      '@type': 'Article',
      headline: article.title,
      description: article.summary,
      inLanguage: article.locale,
      dateModified: article.updatedAt,
      mainEntityOfPage: whole(own),
      publisher: { '@type': 'Organization', name: site.organisation },
    },
    {
      '@context': context,
      '@type': 'FAQPage',
      inLanguage: article.locale,
      mainEntity: [
        {
          '@type': 'Question',
          name: article.title,
          acceptedAnswer: { '@type': 'Answer', text: article.html },
        },
      ],
    },
  ];
}

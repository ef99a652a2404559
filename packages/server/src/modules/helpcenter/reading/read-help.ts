import type {
  ArticleLine,
  HelpCategoryBody,
  Locale,
  PublicArticle,
  PublicCategory,
} from '@fairlead/contract';
import { factForm, helpFileId, type Rendered, renderMarkdown, type Surroundings } from '@fairlead/markdown';
import type { Caller } from '../../../platform/actor.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { writeFact } from '../facts/live-facts.ts';
import type { AddressForReader } from '../files/address-for-reader.ts';
import type { HelpFileRecord } from '../files/help-file.ts';
import { alertTitles } from '../render/alert-titles.ts';
import { bestLocale } from '../translation-rules.ts';
import { articleAddress } from './article-address.ts';
import type { Library } from './library.ts';
import type { PublishedArticle, PublishedText } from './published-store.ts';
import { readableBy } from './rights.ts';

/** What a help page or the API shows of the library, to one who may read it. */
export interface Help {
  categories(caller: Caller, locale: Locale): PublicCategory[];
  /** Of a category and those below it, or of all. Throws `article.category_not_found`. */
  lines(caller: Caller, locale: Locale, category?: string): ArticleLine[];
  line(article: PublishedArticle, locale: Locale): ArticleLine;
  /** A live fact in words; undefined where there is none of that name. */
  fact(name: string, locale: Locale): string | undefined;
  /** Throws `article.not_found`. */
  article(caller: Caller, locale: Locale, slug: string): PublicArticle & Pick<Rendered, 'sections'>;
  /** A text that nobody has published yet, as it would be shown with the pictures among these files. */
  preview(body: string, locale: Locale, files: ReadonlyMap<string, HelpFileRecord>): Rendered;
  /** The figures that texts can name, as they are written in a language. */
  facts(locale: Locale): Array<{ name: string; value: string }>;
  name(category: Pick<HelpCategoryBody, 'texts'>, locale: Locale): { name: string; description: string };
}

/** Answers from the library. */
export function createHelp(
  library: Library,
  { addressForReader, clock }: { addressForReader: AddressForReader; clock: Platform['clock'] },
): Help {
  let kept = new Map<string, Rendered>();
  let keptOf = -1;

  const categoryOf = (article: PublishedArticle) =>
    library.categories().find((it) => it.id === article.categoryId);

  function text(article: PublishedArticle, locale: Locale): PublishedText {
    const found = article.texts.get(bestLocale(locale, new Set(article.texts.keys()), article.sourceLocale));
    if (!found) throw fail('article.not_found');
    return found;
  }

  function name(category: Pick<HelpCategoryBody, 'texts'>, locale: Locale) {
    const there = new Set(Object.keys(category.texts) as Locale[]);
    const [any] = there;
    return category.texts[bestLocale(locale, there, any ?? locale)] ?? { name: '', description: '' };
  }

  function line(article: PublishedArticle, locale: Locale): ArticleLine {
    const { title, summary, publishedAt, locale: of } = text(article, locale);
    const category = categoryOf(article)?.slug ?? '';
    return {
      slug: article.slug,
      locale: of,
      category,
      title,
      summary: fill(summary, of),
      url: articleAddress(locale, category, article.slug),
      updatedAt: publishedAt.toISOString(),
    };
  }

  const fact = (it: string, locale: Locale): string | undefined => {
    if (it === 'exchange') return library.organisation();
    const found = library.facts().get(it);
    return found && writeFact(found.fact, locale);
  };
  const fill = (words: string, locale: Locale) =>
    words.replace(new RegExp(factForm, 'g'), (whole, it: string) => fact(it, locale) ?? whole);

  /** Of when the oldest of some figures is. */
  function oldest(names: readonly string[]): Date | undefined {
    const moments = names.flatMap((it) => library.facts().get(it)?.asOf ?? []);
    return moments.sort((a, b) => a.getTime() - b.getTime())[0];
  }

  const surroundings = (locale: Locale, files: ReadonlyMap<string, HelpFileRecord>): Surroundings => ({
    pageOf(path) {
      const article = library.bySlug(path.split('/').at(-1) ?? '');
      return article && articleAddress(locale, categoryOf(article)?.slug ?? '', article.slug);
    },
    fact: (it) => fact(it, locale),
    pictureOf(src) {
      const file = files.get(helpFileId(src) ?? '');
      return file?.width && file.height
        ? { address: addressForReader(file), width: file.width, height: file.height }
        : undefined;
    },
    alertTitles: alertTitles[locale],
  });

  function rendered(article: PublishedArticle, text: PublishedText, reading: Locale): Rendered {
    const { revisionId, body, locale } = text;
    if (keptOf !== library.state()) [kept, keptOf] = [new Map(), library.state()];
    // Addresses of pictures that are not public hold for a day.
    const day = article.visibility === 'public' ? '' : clock.now().toISOString().slice(0, 10);
    const key = `${revisionId} ${reading} ${day}`;
    const found = kept.get(key);
    if (found) return found;
    // Figures and titles of callouts in the language of the text; links lead on in the one that is read.
    const { pageOf } = surroundings(reading, article.files);
    const made = renderMarkdown(body, { ...surroundings(locale, article.files), pageOf });
    kept.set(key, made);
    return made;
  }

  const readable = (caller: Caller): PublishedArticle[] => library.articles().filter(readableBy(caller));

  return {
    name,
    line,
    fact,
    categories(caller, locale) {
      const all = library.categories();
      const articles = readable(caller);
      const within = (id: string): string[] => [
        id,
        ...all.filter((it) => it.parentId === id).map((it) => it.id),
      ];
      return all.flatMap((it) => {
        const ids = within(it.id);
        const count = articles.filter((article) => ids.includes(article.categoryId)).length;
        const parent = all.find(({ id }) => id === it.parentId)?.slug ?? null;
        return count > 0 ? [{ slug: it.slug, parent, ...name(it, locale), articles: count }] : [];
      });
    },
    lines(caller, locale, category) {
      const all = library.categories();
      const meant = all.find((it) => it.slug === category);
      if (category && !meant) throw fail('article.category_not_found');
      const place = new Map(all.map((it, at) => [it.id, at]));
      return readable(caller)
        .filter(({ categoryId }) => {
          const own = all.find((it) => it.id === categoryId);
          return !meant || own?.id === meant.id || own?.parentId === meant.id;
        })
        .sort(
          (a, b) =>
            (place.get(a.categoryId) ?? 0) - (place.get(b.categoryId) ?? 0) ||
            a.createdAt.getTime() - b.createdAt.getTime() ||
            a.id.localeCompare(b.id),
        )
        .slice(0, 1000)
        .map((it) => line(it, locale));
    },
    article(caller, locale, slug) {
      const found = library.bySlug(slug);
      if (!found || !readableBy(caller)(found)) throw fail('article.not_found');
      const shown = text(found, locale);
      const { html, sections, facts } = rendered(found, shown, locale);
      return {
        ...line(found, locale),
        visibility: found.visibility,
        html,
        sections,
        markdown: shown.body,
        locales: [...found.texts.keys()],
        tags: found.tags,
        ticketCategory: found.ticketCategory,
        reviewedAt: found.reviewedAt?.toISOString() ?? null,
        factsAsOf: oldest(facts)?.toISOString() ?? null,
        related: found.related.flatMap((it) => {
          const other = library.bySlug(it);
          return other && readableBy(caller)(other) ? [line(other, locale)] : [];
        }),
        attachments: found.attachments.flatMap((id) => {
          const file = found.files.get(id);
          if (!file) return [];
          return [{ name: file.name, type: file.type, size: file.size, url: addressForReader(file) }];
        }),
      };
    },
    facts(locale) {
      const known = library.facts();
      return ['exchange', ...known.keys()].flatMap((it) => {
        const value = fact(it, locale);
        return value === undefined ? [] : [{ name: it, value }];
      });
    },
    preview: (body, locale, files) => renderMarkdown(body, surroundings(locale, files)),
  };
}

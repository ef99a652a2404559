import {
  articleText,
  type Locale,
  nearestLocale,
  type Visibility,
  type ZendeskItems,
  type ZendeskRemark,
} from '@fairlead/contract';
import type { IncomingText } from '../folder/take-texts.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { slugOfTitle } from './slug-of-title.ts';

export interface Remark {
  readonly remark: ZendeskRemark;
  readonly what: string;
}

/** An article as it was there, in our form. */
export interface ZendeskArticle {
  readonly externalId: string;
  readonly title: string;
  readonly sectionId: string;
  readonly slug: string;
  readonly sourceLocale: Locale;
  readonly visibility: Visibility;
  readonly tags: string[];
  readonly texts: ReadonlyMap<Locale, IncomingText>;
  readonly remarks: Remark[];
}

/** The first page of the help center shows articles with this tag: there, those that are promoted stand in front. */
const promotedTag = 'urgent';
const longestTag = 40;
const mostTags = 20;

type Text = Pick<ZendeskItems['translations'][number], 'locale' | 'title' | 'body' | 'draft' | 'outdated'>;

/** Reads the articles of a batch. One that cannot be taken in is answered with its remarks alone. */
export function readZendesk(
  batch: ZendeskItems,
): Array<ZendeskArticle | { externalId: string; title: string; remarks: Remark[] }> {
  const byId = Map.groupBy(batch.articles, (it) => it.id);
  const translations = Map.groupBy(
    batch.translations.filter((it) => !it.source_type || it.source_type.toLowerCase() === 'article'),
    (it) => it.source_id,
  );
  const attachments = Map.groupBy(
    batch.article_attachments.filter((it) => !it.inline),
    (it) => it.article_id,
  );
  return [...byId].map(([externalId, versions]) => {
    const [first] = versions;
    const source = versions.find((it) => it.locale === it.source_locale) ?? first;
    const remarks: Remark[] = [];
    const texts: Text[] = [
      ...versions.map((it) => ({ ...it, title: it.title || it.name })),
      ...(translations.get(externalId) ?? []),
    ];
    const title = source?.title || source?.name || texts.find((it) => it.title)?.title || externalId;
    const sourceLocale = nearestLocale(source?.source_locale ?? source?.locale ?? '');
    const sectionId = versions.find((it) => it.section_id)?.section_id;
    const sourceTag = source?.source_locale ?? source?.locale ?? '';
    const read = readTexts(texts, sourceTag, remarks, attachmentsIn(attachments.get(externalId) ?? []));
    if (!sectionId || !batch.sections.some((it) => it.id === sectionId))
      return { externalId, title, remarks: [{ remark: 'no_section', what: sectionId ?? '' }] };
    if (!sourceLocale || !read.has(sourceLocale))
      return {
        externalId,
        title,
        remarks: [...remarks, { remark: 'no_source', what: source?.locale ?? '' }],
      };
    const visibility = visibilityOf(source?.user_segment_id ?? null, batch.user_segments);
    if (visibility !== 'public') remarks.push({ remark: 'restricted', what: visibility });
    const tags = [
      ...(versions.some((it) => it.promoted) ? [promotedTag] : []),
      ...versions
        .flatMap((it) => it.label_names ?? [])
        .map((it) => it.trim().toLowerCase().slice(0, longestTag).trim()),
    ].filter(Boolean);
    return {
      externalId,
      title,
      sectionId,
      slug: slugOfTitle(title) || `article-${externalId}`,
      sourceLocale,
      visibility,
      tags: [...new Set(tags)].slice(0, mostTags),
      texts: read,
      remarks,
    };
  });
}

/** Each text in our form by our language. Of two that are the same language here, such as `en-us` and `en-gb`, the source's stays, or the first. */
function readTexts(
  texts: readonly Text[],
  sourceTag: string,
  remarks: Remark[],
  appendix: string,
): Map<Locale, IncomingText> {
  const found = new Map<Locale, IncomingText>();
  const from = new Map<Locale, string>();
  let linked = 0;
  const inOrder = [...texts].sort((a, b) => Number(b.locale === sourceTag) - Number(a.locale === sourceTag));
  for (const it of inOrder) {
    const locale = nearestLocale(it.locale);
    if (!locale) {
      remarks.push({ remark: 'language_unknown', what: it.locale });
      continue;
    }
    const former = from.get(locale);
    if (former !== undefined) {
      if (former !== it.locale) remarks.push({ remark: 'language_twice', what: it.locale });
      continue;
    }
    const title = it.title.trim().slice(0, 160);
    if (!title) {
      remarks.push({ remark: 'untitled', what: it.locale });
      continue;
    }
    const converted = htmlToMarkdown(it.body, articleOf);
    const body = [converted.markdown, appendix].filter(Boolean).join('\n\n');
    const text = articleText.safeParse({ title, summary: '', body });
    if (!text.success) {
      remarks.push({ remark: 'too_long', what: it.locale });
      continue;
    }
    linked += converted.linked;
    from.set(locale, it.locale);
    found.set(locale, { ...text.data, draft: it.draft || body === '', outdated: it.outdated });
  }
  if (linked > 0) remarks.push({ remark: 'linked', what: String(linked) });
  return found;
}

/** Links to articles go by their ids there, which lead on to wherever they are here. */
function articleOf(url: string): string | undefined {
  const id = /\/hc\/(?:[a-z-]+\/)?articles\/(\d+)/i.exec(url)?.[1];
  if (id) return `../${id}`;
  return /^(?:https?:|mailto:)/i.test(url) ? url : undefined;
}

/** Files that hang on an article stay where they are, as links below its text. */
function attachmentsIn(files: ZendeskItems['article_attachments']): string {
  return files
    .filter((it) => /^https?:\/\//i.test(it.content_url))
    .map(
      (it) =>
        `- ${htmlToMarkdown(`<a href="${quoted(it.content_url)}">${quoted(it.file_name || it.content_url)}</a>`, (url) => url).markdown}`,
    )
    .join('\n');
}

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Whom a user segment lets in. One that nobody told us of may be anything: agents alone, until an editor decides. */
function visibilityOf(segmentId: string | null, segments: ZendeskItems['user_segments']): Visibility {
  if (!segmentId) return 'public';
  const type = segments.find((it) => it.id === segmentId)?.user_type;
  return type === 'signed_in_users' ? 'signed_in' : 'agents';
}

import type { ArticleText, Locale } from '@fairlead/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { ArticleRecord } from '../article.ts';
import { publishTranslation } from '../move-translation.ts';
import { saveTranslation } from '../save-translation.ts';
import { readTranslations } from '../translation-store.ts';

/** A text from elsewhere. */
export interface IncomingText extends ArticleText {
  /** It was not shown there, and is not shown here. */
  readonly draft?: boolean;
  /** It says what its source no longer says, or nobody knows. */
  readonly outdated?: boolean;
}

/**
 * Saves texts from elsewhere, the source's first, so that its translations follow it; with `publish` those that are no drafts are shown
 * to readers at once. Answers whether anything was written.
 */
export async function takeTexts(
  tx: Tx,
  actor: Actor,
  { id, sourceLocale }: Pick<ArticleRecord, 'id' | 'sourceLocale'>,
  texts: ReadonlyMap<Locale, IncomingText>,
  publish: boolean,
): Promise<boolean> {
  let written = false;
  const inOrder = [...texts].sort(([a], [b]) => Number(b === sourceLocale) - Number(a === sourceLocale));
  for (const [locale, { draft = false, outdated = false, ...text }] of inOrder) {
    const all = await readTranslations(tx, [id]);
    const at = all.find((it) => it.locale === locale);
    const source = all.find((it) => it.locale === sourceLocale);
    const saved = await saveTranslation(tx, actor, id, locale, {
      text,
      basedOn: at?.revisionId ?? null,
      followsId: locale === sourceLocale || outdated ? undefined : source?.revisionId,
    });
    if (saved.revisionId !== at?.revisionId || saved.state !== at.state) written = true;
    if (publish && !draft && saved.publishedId !== saved.revisionId) {
      const what = { revisionId: saved.revisionId, moment: null, minor: false };
      await publishTranslation(tx, actor, { id, locale }, what);
      written = true;
    }
  }
  return written;
}

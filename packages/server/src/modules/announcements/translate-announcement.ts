import type { Locale } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Translator } from '../translation/index.ts';
import type { TextRecord } from './announcement.ts';
import { findAnnouncement, putText, readTexts, saveAnnouncement } from './announcement-store.ts';
import { announcementChanged } from './events.ts';
import { editedBy, lockAsSeen } from './write-announcement.ts';

/**
 * Has the source translated by machine; what there was in these languages is replaced. Answers the languages for which there is no translation now. Throws
 * what `lockAsSeen` does, and `announcement.not_translated` where there is none at all.
 */
export async function translateAnnouncement(
  database: Database,
  translator: Translator,
  actor: AgentActor,
  id: string,
  { version, locales }: { version: number; locales: readonly Locale[] },
): Promise<{ missing: Locale[] }> {
  const reader = database.reader();
  const record = await findAnnouncement(reader, id);
  if (!record) throw fail('announcement.not_found');
  const { sourceLocale } = record;
  const source = (await readTexts(reader, [id])).get(id)?.find((it) => it.locale === sourceLocale);
  if (!source) throw fail('announcement.not_found');
  const wanted = [...new Set(locales)].filter((it) => it !== sourceLocale);
  const made = await Promise.all(wanted.map((locale) => into(translator, source, locale)));
  const texts = made.flatMap((it) => it ?? []);
  if (texts.length === 0) throw fail('announcement.not_translated');
  await database.write(async (tx) => {
    const held = await lockAsSeen(tx, id, version, 'edit');
    for (const text of texts)
      await putText(tx, id, { ...text, state: 'machine', changedBy: actor.id, changedAt: tx.now });
    await saveAnnouncement(tx, editedBy(held, actor, tx.now));
    for (const { locale } of texts)
      await announce(tx, announcementChanged, {
        subjectId: id,
        actor,
        payload: { fields: ['text'], locale },
      });
  });
  return { missing: wanted.filter((locale) => !texts.some((it) => it.locale === locale)) };
}

async function into(
  translator: Translator,
  source: TextRecord,
  locale: Locale,
): Promise<Pick<TextRecord, 'locale' | 'title' | 'summary' | 'body' | 'pictureAlt'> | null> {
  const carry = async (text: string): Promise<string | null> => {
    if (text === '') return '';
    const result = await translator.translate(text, source.locale, locale);
    if (result.outcome === 'nothing_to_translate') return text;
    return result.outcome === 'translated' ? result.text.trim() : null;
  };
  const [title, summary, body, pictureAlt] = [
    await carry(source.title),
    await carry(source.summary),
    await carry(source.body),
    await carry(source.pictureAlt),
  ];
  if (title === null || summary === null || body === null || pictureAlt === null) return null;
  // Longer than may be typed: cut where lists would cut it, for whoever reviews it to mend.
  return {
    locale,
    title: title.slice(0, 160),
    summary: summary.slice(0, 600),
    body,
    pictureAlt: pictureAlt.slice(0, 300),
  };
}

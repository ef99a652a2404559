import { locales } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { writeSetting } from '../../../platform/setting-store.ts';
import { assistantSettingsChanged } from '../events.ts';
import { keepTrial, refuseFall, trySettings } from '../results/gate.ts';
import { hashOf } from '../results/hash-of.ts';
import { noteGreetings } from '../texts/covered-texts.ts';
import type { Knowledge } from '../think.ts';
import { type KeptSettings, readSettings, settingsKey, withoutTexts } from './settings.ts';
import { findVersion, holdVersions, insertVersion } from './version-store.ts';

/** What is saved, and under which circumstances. */
export interface Saving {
  /** What is to hold, made of what holds. */
  readonly change: (before: KeptSettings) => KeptSettings;
  /** Why it is saved though fewer examples are right. */
  readonly reason: string | null;
  /** The version that it brings back. */
  readonly restored: number | null;
}

/**
 * Changes what the assistant goes by, once the examples have been asked: throws `assistant.examples_fall` where fewer are right in any language
 * and no reason is given, and `assistant.settings_moved_on` where somebody else has changed the settings while they were asked. Each version
 * stays on record with who saved it. Texts decide nothing: where nothing else differs, nothing is asked.
 */
export async function saveSettings(
  { database }: Pick<Platform, 'database'>,
  knowledge: Knowledge,
  actor: AgentActor,
  { change, reason, restored }: Saving,
): Promise<KeptSettings> {
  const before = await readSettings(database.reader());
  const settings = change(before);
  const onlyTexts = hashOf(withoutTexts(settings)) === hashOf(withoutTexts(before));
  const trial = onlyTexts ? null : await trySettings(database.reader(), knowledge, before, settings);
  if (trial && reason === null) await refuseFall(database, knowledge, trial, actor.id);
  await database.write(async (tx) => {
    let number = await holdVersions(tx);
    if (hashOf(await readSettings(tx)) !== hashOf(before)) throw fail('assistant.settings_moved_on');
    // What held before anybody changed it can be brought back too.
    if (number === 0) {
      number += 1;
      const first = { savedBy: null, reason: null, restored: null, runId: null };
      await insertVersion(tx, { number, settings: before, ...first });
    }
    const run = trial && (await keepTrial(tx, knowledge, trial, { agentId: actor.id, cause: 'settings' }));
    await insertVersion(tx, {
      number: number + 1,
      settings,
      savedBy: actor.id,
      reason: trial && trial.falls.length > 0 ? reason : null,
      restored,
      runId: run?.id ?? null,
    });
    await write(tx, actor, before, settings);
  });
  return settings;
}

/** Lets an earlier version hold again, by the same rules. Throws `request.not_found`. */
export async function restoreSettings(
  platform: Pick<Platform, 'database'>,
  knowledge: Knowledge,
  actor: AgentActor,
  { number, reason }: { number: number; reason: string | null },
): Promise<KeptSettings> {
  const version = await findVersion(platform.database.reader(), number);
  if (!version) throw fail('request.not_found');
  return saveSettings(platform, knowledge, actor, {
    change: () => version.settings,
    reason,
    restored: number,
  });
}

async function write(tx: Tx, actor: AgentActor, before: KeptSettings, after: KeptSettings) {
  await writeSetting(tx, settingsKey, after);
  await noteGreetings(tx, before, after);
  const payload = {
    before: { ...before, texts: apartFrom(before.texts, after.texts) },
    after: { ...after, texts: apartFrom(after.texts, before.texts) },
  };
  await announce(tx, assistantSettingsChanged, { subjectId: actor.id, actor, payload });
}

/** The texts that are not the same among the others: all of them would be a book in every event. */
function apartFrom(texts: KeptSettings['texts'], others: KeptSettings['texts']): KeptSettings['texts'] {
  return Object.fromEntries(
    locales
      .map((locale) => {
        const all = Object.entries(texts[locale] ?? {});
        return [locale, all.filter(([key, it]) => others[locale]?.[key]?.text !== it.text)] as const;
      })
      .filter(([, differ]) => differ.length > 0)
      .map(([locale, differ]) => [locale, Object.fromEntries(differ)]),
  );
}

import {
  type BodyOf,
  type endpoints,
  locales,
  type TranslationSettings,
  type TranslationSettingsView,
  translationSettings,
} from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { translationSettingsChanged } from '../events.ts';
import { type KeptSettings, putSettings, readSettings, spentOn } from './settings-store.ts';

type Body = BodyOf<typeof endpoints.translation.saveSettings>;

/** What holds until somebody decides. */
export const firstSettings: KeptSettings = {
  provider: 'none',
  url: '',
  model: '',
  seconds: 10,
  charactersPerDay: 500_000,
  languages: [...locales],
  atOnce: false,
  tellCustomers: true,
  backCheck: false,
  sealedKey: null,
};

/** The settings as administrators see them: without the key. */
export async function presentSettings(reader: Reader, now: Date): Promise<TranslationSettingsView> {
  const kept = (await readSettings(reader)) ?? firstSettings;
  const { characters, calls } = await spentOn(reader, now);
  return {
    ...plainly(kept),
    keyKept: kept.sealedKey !== null,
    charactersToday: characters,
    callsToday: calls,
  };
}

/** Sets who translates; who changed what stays on record, but for the key. Throws `request.invalid` for an address without TLS. */
export async function saveSettings(
  tx: Tx,
  platform: Pick<Platform, 'config' | 'keys'>,
  actor: AgentActor,
  body: Body,
): Promise<void> {
  const { before, after } = await keepSettings(tx, platform, body);
  await announce(tx, translationSettingsChanged, {
    subjectId: actor.id,
    actor,
    payload: {
      before: before ? plainly(before) : null,
      after: plainly(after),
      keyChanged: (before?.sealedKey ?? null) !== after.sealedKey,
    },
  });
}

/** Keeps a body as the settings that hold, with nobody on record. Throws as `saveSettings`. */
export async function keepSettings(
  tx: Tx,
  platform: Pick<Platform, 'config' | 'keys'>,
  body: Body,
): Promise<{ before: KeptSettings | undefined; after: KeptSettings }> {
  const before = await readSettings(tx);
  const after = withKey(platform, before, body);
  await putSettings(tx, after);
  return { before, after };
}

/**
 * What a body makes of the settings as they are kept. The kept key goes on only to where it went before: whoever may set the address must not get at
 * the key by it. Throws `request.invalid` for an address that is missing or without TLS, where no network of ours is named.
 */
export function withKey(
  { config, keys }: Pick<Platform, 'config' | 'keys'>,
  before: KeptSettings | undefined,
  { key, ...settings }: Body,
): KeptSettings {
  if (settings.provider === 'none') return { ...settings, url: '', model: '', sealedKey: null };
  const url = URL.parse(settings.url);
  if (!url || (url.protocol !== 'https:' && config.MODELS_AT === false))
    throw fail('request.invalid', { field: 'url' });
  if (settings.provider === 'openai_compatible' && settings.model === '')
    throw fail('request.invalid', { field: 'model' });
  const same = before?.provider === settings.provider && URL.parse(before.url)?.origin === url.origin;
  const kept = same ? before.sealedKey : null;
  return { ...settings, sealedKey: key === undefined ? kept : key === null ? null : keys.seal(key) };
}

/** Without its key. */
const plainly = (it: KeptSettings): TranslationSettings => translationSettings.parse(it);

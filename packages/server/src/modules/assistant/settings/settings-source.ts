import type { Database } from '../../../platform/database/database.ts';
import type { OwnTexts } from '../../exchange/index.ts';
import { type Words, wordsWith } from '../assistant-words.ts';
import { ownTextsOf } from '../texts/own-texts.ts';
import { type KeptSettings, readSettings } from './settings.ts';
import { lastVersion } from './version-store.ts';

/** What the assistant goes by at a moment. */
export interface InForce {
  readonly settings: KeptSettings;
  /** What it says itself. */
  readonly words: Words;
  /** What flows say instead of shipped texts. */
  readonly flowTexts: OwnTexts;
}

/** Where what is in force is asked for. */
export interface SettingsSource {
  /** What holds now, whichever node it was saved on: the number of the last version is asked for, and all else only once that is another one. */
  current(): Promise<InForce>;
}

export function createSettingsSource(database: Database): SettingsSource {
  let kept: { version: number; inForce: InForce } | undefined;
  return {
    async current() {
      const reader = database.reader();
      const version = await lastVersion(reader);
      if (kept?.version === version) return kept.inForce;
      const settings = await readSettings(reader);
      const inForce = {
        settings,
        words: wordsWith(ownTextsOf(settings.texts, 'assistant')),
        flowTexts: ownTextsOf(settings.texts, 'exchange'),
      };
      kept = { version, inForce };
      return inForce;
    },
  };
}

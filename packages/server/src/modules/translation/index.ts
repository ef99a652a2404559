import type { Platform } from '../../platform/platform.ts';
import { deleteCachedBefore } from './cache-store.ts';
import { followGlossary, type GlossaryFollower } from './glossary/follow-glossary.ts';
import { providerOpener } from './providers/open-provider.ts';
import { translationRoutes } from './routes.ts';
import { deleteDraftsBefore } from './translation-store.ts';
import { createTranslator, type Translator } from './translator.ts';

export type { GlossaryFollower } from './glossary/follow-glossary.ts';
export { keepSent, translatedFrom } from './keep-sent.ts';
export { firstSettings, keepSettings } from './settings/save-settings.ts';
export { readSettings } from './settings/settings-store.ts';
export type { Translator } from './translator.ts';
export { type CoverageSource, sourceOf } from './written/coverage.ts';
export { coverageRoutes } from './written/coverage-routes.ts';
export { noteTexts } from './written/note-texts.ts';
export { shippedLetters } from './written/shipped-letters.ts';

const day = 24 * 3_600_000;
/** Days that a paragraph is remembered, and a draft waits to be sent: as long as a console keeps what it could not send. */
const kept = { cache: 90, drafts: 15 };

/** Messages in both directions between languages: see README.md. Answers what translates, for texts that are no messages, and the words of the exchange. */
export function translationModule(platform: Platform): { translator: Translator; words: GlossaryFollower } {
  const { database, jobs } = platform;
  const translator = createTranslator(platform, providerOpener(platform));
  translationRoutes(platform, translator);

  jobs.every('translation.sweep', 3_600_000, () =>
    database.write(async (tx) => {
      await deleteCachedBefore(tx, new Date(tx.now.getTime() - kept.cache * day));
      await deleteDraftsBefore(tx, new Date(tx.now.getTime() - kept.drafts * day));
    }),
  );
  return { translator, words: followGlossary(platform) };
}

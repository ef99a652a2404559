import { endpoints, locales } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { assistantWords } from '../assistant-words.ts';
import { saveSettings } from '../settings/save-settings.ts';
import { readSettings, usualSettings, withoutTexts } from '../settings/settings.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import type { Knowledge } from '../think.ts';
import { tryOut } from './try-out.ts';

const { assistant } = endpoints;

/** What administrators see and change of the assistant. */
export function studioRoutes(platform: Platform, knowledge: Knowledge, settings: SettingsSource): void {
  const { database, http } = platform;

  http.route(assistant.try, ({ caller, body }) => tryOut({ database, settings }, knowledge, caller, body));

  http.route(assistant.settings, async () => ({
    settings: withoutTexts(await readSettings(database.reader())),
    usual: usual(),
  }));

  http.route(assistant.saveSettings, async ({ caller, body: { anyway, ...wanted } }) => ({
    settings: withoutTexts(
      await saveSettings(platform, knowledge, caller, {
        change: ({ texts }) => ({ ...wanted, texts }),
        reason: anyway?.reason ?? null,
        restored: null,
      }),
    ),
    usual: usual(),
  }));

  function usual() {
    const { library } = knowledge;
    const organisation = library.organisation();
    const greetings = locales.map((locale) => [locale, assistantWords(locale, 'greet', { organisation })]);
    return { ...withoutTexts(usualSettings), greetings: Object.fromEntries(greetings) };
  }
}

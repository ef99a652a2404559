import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { accessForAgent } from '../conversations/index.ts';
import { checkDraft, draftReply } from './draft-reply.ts';
import { listVersions } from './glossary/glossary-store.ts';
import { keepGlossary, readGlossary, readGlossaryVersion } from './glossary/keep-glossary.ts';
import { firstSettings, presentSettings, saveSettings, withKey } from './settings/save-settings.ts';
import { readSettings } from './settings/settings-store.ts';
import { translateMessage } from './translate-message.ts';
import { listTranslations } from './translation-store.ts';
import type { Translator } from './translator.ts';

const { translation } = endpoints;

export function translationRoutes(platform: Platform, translator: Translator): void {
  const { clock, database, http } = platform;

  http.route(translation.ofConversation, async ({ caller, params }) => {
    const reader = database.reader();
    await accessForAgent(reader, caller, params.id);
    const { provider, atOnce, languages } = (await readSettings(reader)) ?? firstSettings;
    return {
      items: await listTranslations(reader, params.id),
      ready: provider !== 'none',
      atOnce,
      languages: [...languages],
    };
  });
  http.route(translation.translateMessage, ({ caller, params, body }) =>
    translateMessage(platform, translator, caller, { ...params, ...body }),
  );
  http.route(translation.draft, ({ caller, params, body }) =>
    draftReply(platform, translator, caller, { ...params, ...body }),
  );
  http.route(translation.checkDraft, ({ caller, params, body }) =>
    checkDraft(platform, caller, { ...params, ...body }),
  );

  http.route(translation.settings, () => presentSettings(database.reader(), clock.now()));
  http.route(translation.saveSettings, async ({ caller, body }) => {
    await database.write((tx) => saveSettings(tx, platform, caller, body));
    return presentSettings(database.reader(), clock.now());
  });
  http.route(translation.trySettings, async ({ body: { settings, text, from, to } }) => {
    const begun = performance.now();
    const asked = withKey(platform, await readSettings(database.reader()), settings);
    const done = await translator.tryWith(asked, text, from, to);
    const milliseconds = performance.now() - begun;
    return done.outcome === 'translated'
      ? {
          outcome: done.outcome,
          text: done.text,
          score: done.score,
          reasons: [...done.reasons],
          milliseconds,
        }
      : { outcome: done.outcome, text: null, score: null, reasons: [], milliseconds };
  });

  http.route(translation.glossary, () => readGlossary(database.reader()));
  http.route(translation.saveGlossary, ({ caller, body }) =>
    database.write((tx) => keepGlossary(tx, platform, caller, body)),
  );
  http.route(translation.glossaryVersions, async () => ({ items: await listVersions(database.reader()) }));
  http.route(translation.glossaryVersion, ({ params }) =>
    readGlossaryVersion(database.reader(), params.version),
  );
}

import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { readSettings } from '../settings/settings.ts';
import type { Knowledge } from '../think.ts';
import { changeTexts } from './change-texts.ts';
import { listTexts } from './list-texts.ts';

const { assistant } = endpoints;

/** The texts that the assistant and its flows say: looked at, and replaced. */
export function textRoutes(platform: Platform, knowledge: Knowledge): void {
  const { database, http } = platform;
  const { library } = knowledge;

  http.route(assistant.texts, async ({ query }) => {
    await library.ready();
    return listTexts(await readSettings(database.reader()), query.locale, library.organisation());
  });

  http.route(assistant.changeTexts, async ({ caller, body }) => {
    await library.ready();
    const settings = await changeTexts(platform, knowledge, caller, body);
    return listTexts(settings, body.locale, library.organisation());
  });
}

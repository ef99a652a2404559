import { simulatedTranslatorKey } from '@fairlead/playground';
import { firstSettings, keepSettings, readSettings } from '../modules/translation/index.ts';
import type { Config } from '../platform/config/settings.ts';
import type { Platform } from '../platform/platform.ts';
import { playgroundAddress } from './demo-exchange.ts';

const path = '/playground/translator';

/** The settings with which the demo may ask its own machine for translations, unless it is told which networks. */
export const withTranslatorHere = (config: Config): Config =>
  config.MODELS_AT === false ? { ...config, MODELS_AT: ['127.0.0.0/8', '::1/128'] } : config;

/**
 * Sets translation up with the service that the playground simulates, as an administrator would who wants to see it: each thread is translated as it is opened. What
 * somebody has set since stays, but for the address of that service, which follows the port.
 */
export async function setUpDemoTranslator(platform: Platform, port: number): Promise<void> {
  const { config, database } = platform;
  const url = new URL(path, playgroundAddress(config.HOST, port)).href;
  const kept = await readSettings(database.reader());
  if (kept && (kept.url === url || !kept.url.endsWith(path))) return;
  const settings = kept ?? { ...firstSettings, atOnce: true };
  await database.write((tx) =>
    keepSettings(tx, platform, {
      ...settings,
      languages: [...settings.languages],
      provider: 'libretranslate',
      url,
      key: simulatedTranslatorKey,
    }),
  );
}

import { createTelegramWorld, demoPeople, type TelegramWorld } from '@fairlead/playground';
import { connectSocialInbox } from '../modules/channels/index.ts';
import { system } from '../platform/actor.ts';
import type { Config } from '../platform/config/settings.ts';
import type { Platform } from '../platform/platform.ts';
import { playgroundAddress } from './demo-exchange.ts';

/** Telegram as the playground simulates it, with the demo's people. It forgets everything at the end of the process. */
export function demoTelegram(): TelegramWorld {
  const world = createTelegramWorld(() => new Date());
  for (const person of demoPeople) world.addPerson(person);
  return world;
}

/** The settings with which the demo may ask its own machine as a platform, unless it is told which networks. */
export const withPlatformsHere = (config: Config): Config =>
  config.PLATFORMS_AT === false ? { ...config, PLATFORMS_AT: ['127.0.0.0/8', '::1/128'] } : config;

/** Connects the demo's inbox to the simulated bot, anew at every start. */
export async function connectDemoTelegram(
  platform: Platform,
  inboxId: string,
  world: TelegramWorld,
  port: number,
): Promise<void> {
  const apiUrl = `${playgroundAddress(platform.config.HOST, port)}/telegram`;
  const { trouble } = await connectSocialInbox(platform, system('demo'), inboxId, {
    token: world.token,
    apiUrl,
  });
  if (trouble) platform.log.warn({ trouble }, 'the demo has no Telegram');
}

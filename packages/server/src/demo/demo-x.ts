import { randomBytes } from 'node:crypto';
import type { XApp } from '@fairlead/playground';
import { connectSocialInbox } from '../modules/channels/index.ts';
import { system } from '../platform/actor.ts';
import type { Platform } from '../platform/platform.ts';
import { playgroundAddress } from './demo-exchange.ts';

/** The app that the demo's account at X is connected to: another one at every start, since X is in the same process. */
export function demoX(): XApp {
  const random = () => randomBytes(24).toString('base64url');
  return {
    consumerKey: random(),
    consumerSecret: random(),
    accessToken: `2244994945-${random()}`,
    accessTokenSecret: random(),
    clientId: random(),
    clientSecret: random(),
    reachedAt: null,
  };
}

/** Connects the demo's inbox to the simulated account, as an administrator would, anew at every start: X then asks our address at once. */
export async function connectDemoX(
  platform: Platform,
  inboxId: string,
  app: XApp,
  port: number,
): Promise<void> {
  const playground = playgroundAddress(platform.config.HOST, port);
  const { reachedAt: _, ...credentials } = app;
  // Also where others reach this server under another address.
  app.reachedAt = new URL(playground).origin;
  const { trouble } = await connectSocialInbox(platform, system('demo'), inboxId, {
    ...credentials,
    xApiUrl: `${playground}/x/api`,
  });
  if (trouble) platform.log.warn({ trouble }, 'the demo has no X');
}

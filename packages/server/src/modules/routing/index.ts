import type { Platform } from '../../platform/platform.ts';
import { registerReactions } from './reactions.ts';

/** The door of the routing module: who gets which conversation. It works by itself; see README.md for what it promises. */
export function routingModule(platform: Platform): void {
  registerReactions(platform);
}

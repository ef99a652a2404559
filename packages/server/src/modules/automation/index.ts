import type { Platform } from '../../platform/platform.ts';
import { registerReactions } from './reactions.ts';
import { automationRoutes } from './routes.ts';
import { sweepRules } from './sweep-rules.ts';

export { createRule } from './change-rules.ts';
export { replyTexts } from './reply-texts.ts';

const minute = 60_000;

/** The door of the automation module: rules that do to tickets what people would do each time. See README.md for what it promises. */
export function automationModule(platform: Platform): void {
  automationRoutes(platform);
  registerReactions(platform);
  platform.jobs.every('automation.sweep', minute, () => sweepRules(platform));
}

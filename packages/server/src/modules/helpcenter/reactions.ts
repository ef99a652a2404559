import type { Platform } from '../../platform/platform.ts';
import { articleArchived, articleChanged, articlePublished, articleReviewed } from './events.ts';
import { helpTopic } from './reading/library.ts';

/** Tells every node which articles readers see otherwise than before. */
export function registerReactions({ bus, relay }: Platform): void {
  for (const event of [articlePublished, articleArchived, articleChanged, articleReviewed]) {
    relay.on<unknown>(event, `helpcenter.${event.type}`, async (events) => {
      for (const id of new Set(events.map((it) => it.subjectId))) bus.publish(helpTopic, id);
    });
  }
}

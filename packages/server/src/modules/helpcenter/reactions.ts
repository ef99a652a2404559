import type { Platform } from '../../platform/platform.ts';
import { conversationStarted } from '../conversations/index.ts';
import { countContacts } from './deeds/open-article.ts';
import { articleArchived, articleChanged, articlePublished, articleReviewed } from './events.ts';
import { helpTopic } from './reading/library.ts';

/** Tells every node which articles readers see otherwise than before, and counts the readers whom an article did not help. */
export function registerReactions({ bus, database, relay }: Platform): void {
  for (const event of [articlePublished, articleArchived, articleChanged, articleReviewed]) {
    relay.on<unknown>(event, `helpcenter.${event.type}`, async (events) => {
      for (const id of new Set(events.map((it) => it.subjectId))) bus.publish(helpTopic, id);
    });
  }
  relay.on(conversationStarted, 'helpcenter.contacts', (events) =>
    database.write((tx) =>
      countContacts(
        tx,
        // What we begin ourselves, to tell somebody news, says nothing of an article.
        events.filter(({ actor }) => actor.type === 'customer').map((it) => it.payload.customerId),
      ),
    ),
  );
}

import type { WebhookKind, WebhookMessage } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Event } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { articleArchived, articleChanged, articlePublished, pointToArticle } from '../helpcenter/index.ts';
import { deliverMessage } from './deliver.ts';
import { insertDelivery, listWebhooks } from './webhook-store.ts';

/** Orders a message for each webhook that wants to hear of what has happened to articles. */
export function registerReactions(platform: Platform): void {
  const { database, jobs, publicUrl, relay } = platform;

  async function tell(tx: Tx, event: Event, kind: WebhookKind, article: WebhookMessage['article']) {
    for (const webhook of await listWebhooks(tx)) {
      if (webhook.state !== 'on' || !webhook.kinds.includes(kind)) continue;
      const id = newId(tx.now.getTime());
      const message = { id, kind, occurredAt: event.occurredAt.toISOString(), article };
      const fresh = await insertDelivery(tx, { id, webhookId: webhook.id, eventId: event.id, message });
      if (fresh) await jobs.enqueue(tx, deliverMessage, { id, attempts: 0, webhookId: webhook.id });
    }
  }

  relay.on(articlePublished, 'integrations.published', (events) =>
    database.write(async (tx) => {
      for (const event of events) {
        const found = await pointToArticle(tx, publicUrl, event.subjectId, event.payload.locale);
        if (!found) continue;
        const first = found.firstPublishedAt?.getTime() === event.occurredAt.getTime();
        await tell(tx, event, first ? 'article.published' : 'article.updated', found.article);
      }
    }),
  );
  relay.on(articleArchived, 'integrations.archived', (events) =>
    database.write(async (tx) => {
      for (const event of events) {
        const found = await pointToArticle(tx, publicUrl, event.subjectId, event.payload.locale);
        if (found) await tell(tx, event, 'article.archived', { ...found.article, url: null });
      }
    }),
  );
  // What holds in every language is told once, in the source's.
  relay.on(articleChanged, 'integrations.changed', (events) =>
    database.write(async (tx) => {
      for (const event of events) {
        const found = await pointToArticle(tx, publicUrl, event.subjectId, null);
        if (found?.live) await tell(tx, event, 'article.updated', found.article);
      }
    }),
  );
}

import { z } from 'zod';
import type { PollContext, Polled } from '../../port.ts';
import type { Calling } from './bot-api.ts';
import { BotConflict, callBot } from './bot-api.ts';

/** The header in which Telegram sends the secret that it was given with our address; what we fetch ourselves bears it, too. */
export const secretHeader = 'x-telegram-bot-api-secret-token';

/** Kinds of updates that are understood; Telegram keeps what it was told last. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'];

/** Seconds that Telegram holds a question for which it has no answer yet. Less than we wait for any. */
const waitSeconds = 20;
const most = 100;
const largest = 8 * 1024 * 1024;

const updates = z.array(z.looseObject({ update_id: z.number().int() }));

/**
 * Waits at Telegram for updates (https://core.telegram.org/bots/api#getupdates) and answers each as the webhook would have brought it. What was
 * taken before is confirmed by the next question. Where a webhook stands in the way it is removed; what waits for it comes here. Throws SendError: a
 * BotConflict where another program asks for the same bot.
 */
export async function pollUpdates({ place, secrets, ...calling }: PollContext): Promise<Polled> {
  const offset = place?.offset;
  const params = {
    timeout: waitSeconds,
    limit: most,
    allowed_updates: allowedUpdates,
    ...(offset !== undefined && { offset: Number(offset) }),
  };
  const ask = () => callBot(calling, 'getUpdates', params, updates, largest);
  const came = await ask().catch(async (error: unknown) => {
    if (!(error instanceof BotConflict && /webhook is active/i.test(error.message))) throw error;
    await removeWebhook(calling);
    return ask();
  });
  const [secret = ''] = secrets;
  const encoder = new TextEncoder();
  return {
    requests: came.map((update) => ({
      headers: { [secretHeader]: secret },
      body: encoder.encode(JSON.stringify(update)),
      place: { offset: String(update.update_id + 1) },
    })),
    // With nothing left to confirm no number is named: after a quiet week Telegram begins at another one, which may be lower.
    place: {},
    more: came.length > 0,
  };
}

/** Has Telegram keep updates until they are asked for. None is dropped. */
export async function removeWebhook(calling: Calling): Promise<void> {
  await callBot(calling, 'deleteWebhook', { drop_pending_updates: false }, z.literal(true));
}

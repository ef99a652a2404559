import type { NotToldInChat } from '@fairlead/contract';
import type { Bound, Choice, Told, Way } from './way.ts';

/**
 * How a customer is told now. A chat that they chose and that is no longer connected to their account is no way any more (`ended`): a letter to the address that is
 * proven to be theirs is, or (null) the portal only. Pure.
 */
export function wayInForce(
  choice: Choice | null,
  bound: readonly Bound[],
  proven: string | null,
): { way: Way | null; ended: boolean } {
  if (!choice) return { way: null, ended: false };
  if (choice.by === 'email') return { way: { by: 'email', address: choice.address }, ended: false };
  if (choice.by === 'live_chat') return { way: { by: 'live_chat' }, ended: false };
  const { inboxId, channel, boundAt } = choice;
  const chat = bound.find((it) => it.inboxId === inboxId && it.boundAt.getTime() === boundAt.getTime());
  if (chat) return { way: { by: 'chat', channel, ...chat }, ended: false };
  return { way: proven === null ? null : { by: 'email', address: proven }, ended: true };
}

/** What there is to be said of the chat that a customer chose: that it is none any more, or that it was not reached when there was news last. Pure. */
export function notToldOf(
  choice: Choice | null,
  { way, ended }: ReturnType<typeof wayInForce>,
  last: (Told & { at: Date }) | null,
): NotToldInChat | null {
  if (!choice || choice.by === 'email') return null;
  if (ended && choice.by === 'chat')
    return { channel: choice.channel, why: 'disconnected', byEmail: way?.by === 'email' };
  const since = choice.chosenAt;
  if (!last?.trouble || last.channel === null || (since && last.at < since)) return null;
  return { channel: last.channel, why: last.trouble, byEmail: last.way === 'email' };
}

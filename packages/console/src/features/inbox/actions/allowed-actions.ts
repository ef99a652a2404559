import type { Conversation, Permission, PlatformPlace } from '@fairlead/contract';

/** What an agent may do with a conversation now; the server decides in the end, by the same rules. */
export interface AllowedActions {
  reply: boolean;
  /** `accept`: it was offered to this agent. */
  take: 'take' | 'accept' | false;
  assign: boolean;
  transfer: boolean;
  release: boolean;
  /** Hand it back to the assistant. */
  give: boolean;
  close: boolean;
  reopen: boolean;
}

export function allowedActions(
  conversation: Conversation,
  agentId: string,
  can: (permission: Permission) => boolean,
  /** Where it is answered on its platform; null: it has gone on elsewhere. Undefined on channels that are none, and while it is not known. */
  place?: Pick<PlatformPlace, 'assistant'> | null,
): AllowedActions {
  const { state, assigneeId, accepted, channel } = conversation;
  const reply = can('conversations.reply');
  const anyone = can('conversations.assign');
  const open = state !== 'closed';
  const mine = assigneeId === agentId;
  const free = assigneeId === null;
  const offeredToMe = mine && !accepted;
  return {
    reply,
    take: reply && open && (offeredToMe ? 'accept' : (free || !accepted) && 'take'),
    assign: open && anyone,
    transfer: reply && open && (mine || free || anyone),
    release: reply && open && mine && accepted,
    give:
      reply &&
      open &&
      (channel === 'chat' || place?.assistant === true) &&
      state !== 'bot' &&
      ((mine && accepted) || free),
    close: reply && open && (mine || free || anyone),
    reopen: reply && !open && place !== null,
  };
}

/** What the key of "assign" does: those who may not assign take what they can, and pass on the rest. */
export function assignKeyOf({
  assign,
  take,
  transfer,
}: AllowedActions): 'assign' | 'take' | 'transfer' | null {
  if (assign) return 'assign';
  if (take) return 'take';
  return transfer ? 'transfer' : null;
}

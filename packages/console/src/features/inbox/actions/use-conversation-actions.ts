import { type CloseReason, type Conversation, endpoints, socialCredentials } from '@fairlead/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { conversationKeys } from '../../../live/conversation-queries.ts';
import { applyToCache } from '../../../live/event-to-cache.ts';
import { showAtOnce } from '../../../live/show-at-once.ts';
import { useCan, useMe } from '../../../session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { placeQuery } from '../composer/place-query.ts';
import { type AllowedActions, allowedActions } from './allowed-actions.ts';
import { type Expected, expectedChange } from './expected-change.ts';
import { type Undo, type Undoable, undoOf } from './undo-of.ts';

type TransferTarget = { teamId: string } | { agentId: string };

export interface ConversationActions {
  allowed: AllowedActions;
  /** The action whose answer is awaited. */
  busy: string | null;
  take: () => Promise<boolean>;
  assign: (agentId: string, name: string) => Promise<boolean>;
  transfer: (to: TransferTarget, note: string, name: string) => Promise<boolean>;
  release: () => Promise<boolean>;
  /** Hands it back to the assistant. */
  give: () => Promise<boolean>;
  close: (reason: CloseReason) => Promise<boolean>;
  reopen: () => Promise<boolean>;
}

const { take, assign, transfer, release, close, reopen } = endpoints.conversations;
const { give } = endpoints.assistant;
const shortly = 6_000;

/**
 * What can be done with a conversation. What is certain to come of it shows at once, and is put back with a word when the server refuses.
 * Each answers whether it was done, says so, and offers the way back where there is an honest one.
 */
export function useConversationActions(conversation: Conversation): ConversationActions {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const can = useCan();
  const me = useMe().agent.id;
  const [busy, setBusy] = useState<string | null>(null);
  const { id, channel, state, lastSeq } = conversation;
  const { data: place } = useQuery({
    // Where it goes on is known when it is closed.
    ...placeQuery(id, state === 'closed' ? lastSeq : 0),
    enabled: socialCredentials[channel] !== undefined && can('conversations.reply'),
  });
  // One after the other: what is done to a guess must not reach the server before what the guess is of.
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const run = useCallback(
    async (name: string, ask: () => Promise<Conversation>, expected?: Expected): Promise<boolean> => {
      setBusy(name);
      const putBack = expected
        ? showAtOnce(client, me, id, expectedChange(expected, me, new Date()))
        : () => {};
      const answer = before.current.then(ask);
      before.current = answer.catch(() => {});
      try {
        const changed = await answer;
        putBack();
        applyToCache(client, me, { type: 'conversation.changed', conversation: changed });
        return true;
      } catch (error) {
        putBack();
        toast.error(error);
        // Somebody was quicker: show how it stands.
        void client.invalidateQueries({ queryKey: conversationKeys.one(id) });
        return false;
      } finally {
        setBusy(null);
      }
    },
    [client, me, toast, id],
  );

  return useMemo(() => {
    const params = { id };
    const requests = {
      take: () => call(take, { params }),
      assign: (agentId: string) => call(assign, { params, body: { agentId } }),
      transfer: (to: TransferTarget, note = '') => call(transfer, { params, body: { ...to, note } }),
      release: () => call(release, { params }),
      give: () => call(give, { params }),
      close: (reason: CloseReason) => call(close, { params, body: { reason } }),
      reopen: () => call(reopen, { params }),
    };
    const goBack = (way: Undo): Promise<boolean> => {
      switch (way.do) {
        case 'take':
          return run('take', requests.take);
        case 'assign':
          return run('assign', () => requests.assign(way.agentId));
        case 'transfer':
          return run('transfer', () => requests.transfer({ teamId: way.teamId }));
        case 'reopen':
          return run('reopen', requests.reopen);
        case 'reopen_and_release':
          return run('reopen', () => requests.reopen().then(requests.release));
      }
    };
    const said = (title: string, action: Undoable) => {
      const way = undoOf(action, conversation, me, can);
      const notice = { id: `conversation-${id}`, title, tone: 'success', duration: shortly } as const;
      if (way)
        toast.show({
          ...notice,
          action: { label: t('inbox.undo'), run: () => void goBack(way), undoes: true },
        });
      else if (action === 'close')
        toast.show({
          ...notice,
          description: t('inbox.done.closed.reopen'),
          action: { label: t('inbox.reopen'), run: () => void run('reopen', requests.reopen) },
        });
      else toast.show(notice);
    };
    return {
      allowed: allowedActions(conversation, me, can, place),
      busy,
      take: () => run('take', requests.take, { do: 'take' }),
      assign: async (agentId, name) => {
        const done = await run('assign', () => requests.assign(agentId), { do: 'assign', agentId });
        if (done) said(t('inbox.done.assigned', { agent: name }), 'assign');
        return done;
      },
      transfer: async (to, note, name) => {
        const done = await run('transfer', () => requests.transfer(to, note));
        if (done) said(t('inbox.done.transferred', { to: name }), 'transfer');
        return done;
      },
      release: async () => {
        const done = await run('release', requests.release, { do: 'release' });
        if (done) said(t('inbox.done.released'), 'release');
        return done;
      },
      give: async () => {
        const done = await run('give', requests.give, { do: 'give' });
        if (done) said(t('inbox.done.given'), 'give');
        return done;
      },
      close: async (reason) => {
        const done = await run('close', () => requests.close(reason), { do: 'close', reason });
        if (done) said(t('inbox.done.closed', { number: String(conversation.number) }), 'close');
        return done;
      },
      reopen: () => run('reopen', requests.reopen),
    };
  }, [conversation, id, me, can, place, busy, run, t, toast]);
}

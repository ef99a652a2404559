import { type CloseReason, type Conversation, endpoints } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { conversationKeys } from '../../../live/conversation-queries.ts';
import { applyToCache } from '../../../live/event-to-cache.ts';
import { useCan, useMe } from '../../../session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type AllowedActions, allowedActions } from './allowed-actions.ts';

type TransferTarget = { teamId: string } | { agentId: string };

export interface ConversationActions {
  allowed: AllowedActions;
  /** The action whose answer is awaited. */
  busy: string | null;
  take: () => Promise<boolean>;
  assign: (agentId: string, name: string) => Promise<boolean>;
  transfer: (to: TransferTarget, note: string, name: string) => Promise<boolean>;
  release: () => Promise<boolean>;
  close: (reason: CloseReason) => Promise<boolean>;
  reopen: () => Promise<boolean>;
}

const { take, assign, transfer, release, close, reopen } = endpoints.conversations;
const shortly = 6_000;

/** What can be done with a conversation. Each answers whether it was done, says so, and offers the way back where there is one. */
export function useConversationActions(conversation: Conversation): ConversationActions {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const can = useCan();
  const me = useMe().agent.id;
  const [busy, setBusy] = useState<string | null>(null);
  const { id } = conversation;

  const run = useCallback(
    async (name: string, ask: () => Promise<Conversation>): Promise<boolean> => {
      setBusy(name);
      try {
        applyToCache(client, me, { type: 'conversation.changed', conversation: await ask() });
        return true;
      } catch (error) {
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
    const said = (title: string, undo?: () => Promise<boolean>) =>
      toast.show({
        id: `conversation-${id}`,
        title,
        tone: 'success',
        duration: shortly,
        ...(undo ? { action: { label: t('inbox.undo'), run: () => void undo() } } : {}),
      });
    /** The way back to whoever had it before. */
    const giveBack = () => {
      const { assigneeId, teamId } = conversation;
      if (assigneeId) return run('assign', () => call(assign, { params, body: { agentId: assigneeId } }));
      return run('assign', () =>
        teamId ? call(transfer, { params, body: { teamId } }) : call(release, { params }),
      );
    };
    return {
      allowed: allowedActions(conversation, me, can),
      busy,
      take: () => run('take', () => call(take, { params })),
      assign: async (agentId, name) => {
        const done = await run('assign', () => call(assign, { params, body: { agentId } }));
        if (done) said(t('inbox.done.assigned', { agent: name }), giveBack);
        return done;
      },
      transfer: async (to, note, name) => {
        const done = await run('transfer', () => call(transfer, { params, body: { ...to, note } }));
        if (done) said(t('inbox.done.transferred', { to: name }));
        return done;
      },
      release: async () => {
        const done = await run('release', () => call(release, { params }));
        if (done) said(t('inbox.done.released'), () => run('take', () => call(take, { params })));
        return done;
      },
      close: async (reason) => {
        const done = await run('close', () => call(close, { params, body: { reason } }));
        const number = String(conversation.number);
        if (done)
          said(t('inbox.done.closed', { number }), () => run('reopen', () => call(reopen, { params })));
        return done;
      },
      reopen: () => run('reopen', () => call(reopen, { params })),
    };
  }, [conversation, id, me, can, busy, run, t, toast]);
}

import {
  type BodyOf,
  createClient,
  endpoints,
  type Ticket,
  type TicketDetail,
  type TicketStatus,
} from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { showTicketAtOnce } from '../../../live/show-ticket-at-once.ts';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import { putTicket, putTicketDetail } from '../../../live/ticket-to-cache.ts';
import { useMe } from '../../../session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { HeldStep } from './held-step.ts';
import { stepsBack } from './status-steps.ts';

type Assignment = BodyOf<typeof endpoints.tickets.assign>;
type Update = BodyOf<typeof endpoints.tickets.update>;

export interface TicketActions {
  busy: boolean;
  setStatus: (status: TicketStatus) => void;
  /** Answers whether it was done. */
  update: (change: Omit<Update, 'fields'>) => Promise<boolean>;
  assign: (to: Assignment, expected: Partial<Ticket>) => Promise<boolean>;
  setFollowers: (agentIds: string[]) => Promise<boolean>;
  /** For what answers with the whole ticket; says why it failed. */
  run: (ask: () => Promise<TicketDetail>) => Promise<boolean>;
}

const undoTime = 5_000;

/** Goes on when the page is left, so that a step which waited is not lost. */
const callLeaving = createClient({
  baseUrl: '',
  headers: () => ({ 'x-fairlead-console': '1' }),
  fetch: (input, init) => fetch(input, { ...init, keepalive: true }),
});

/**
 * What can be done with a ticket. What is certain to come of it shows at once, and is put back with a word when the server refuses.
 */
export function useTicketActions(ticket: Ticket): TicketActions {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const me = useMe().agent.id;
  const [waiting, setWaiting] = useState(0);

  return useMemo(() => {
    const { id, number } = ticket;
    const params = { id };
    const ask = async (
      request: () => Promise<Ticket | TicketDetail>,
      expected?: Partial<Ticket>,
    ): Promise<boolean> => {
      setWaiting((count) => count + 1);
      const putBack = expected ? showTicketAtOnce(client, id, expected) : () => {};
      try {
        const answer = await request();
        putBack();
        if ('fields' in answer) putTicketDetail(client, answer);
        else putTicket(client, answer);
        return true;
      } catch (error) {
        putBack();
        toast.error(error);
        // Somebody was quicker: show how it stands.
        void client.invalidateQueries({ queryKey: ticketKeys.one(id) });
        return false;
      } finally {
        setWaiting((count) => count - 1);
      }
    };
    const move = (status: TicketStatus) => call(endpoints.tickets.setStatus, { params, body: { status } });
    const notice = { id: `ticket-${id}`, tone: 'success', duration: undoTime } as const;

    const close = () => {
      const putBack = showTicketAtOnce(client, id, { status: 'closed' });
      const step = new HeldStep(() => {
        putBack();
        const request = () =>
          callLeaving(endpoints.tickets.setStatus, { params, body: { status: 'closed' } });
        void ask(request, { status: 'closed' });
      }, undoTime);
      const run = () => {
        if (step.cancel()) putBack();
      };
      const title = t('tickets.done.closing', { number: String(number) });
      toast.show({ ...notice, title, action: { label: t('tickets.undo'), run, undoes: true } });
    };
    const goBack = async (steps: readonly TicketStatus[]) => {
      for (const step of steps) if (!(await ask(() => move(step), { status: step }))) return;
    };
    return {
      busy: waiting > 0,
      setStatus(status) {
        if (status === ticket.status) return;
        // Closing cannot be taken back afterwards, so it waits.
        if (status === 'closed') return close();
        const steps = stepsBack(ticket.status, status);
        void ask(() => move(status), { status }).then((done) => {
          if (!done || !steps) return;
          toast.show({
            ...notice,
            title: t('tickets.done.status', {
              number: String(number),
              status: t(`ticket_status.${status}`),
            }),
            action: { label: t('tickets.undo'), run: () => void goBack(steps), undoes: true },
          });
        });
      },
      update: (change) =>
        ask(() => call(endpoints.tickets.update, { params, body: change }), expectedOf(change)),
      assign: (to, expected) =>
        ask(
          () => call(endpoints.tickets.assign, { params, body: to }),
          to.to === 'me' ? { ...expected, assigneeId: me } : expected,
        ),
      setFollowers: (agentIds) =>
        ask(() => call(endpoints.tickets.setFollowers, { params, body: { agentIds } }), {
          followerIds: agentIds,
        }),
      run: (request) => ask(request),
    };
  }, [ticket, client, toast, t, me, waiting]);
}

/** What shows at once of a change to a ticket's properties. */
function expectedOf({ subject, category, priority, tags }: Omit<Update, 'fields'>): Partial<Ticket> {
  return {
    ...(subject ? { subject } : {}),
    ...(category ? { category } : {}),
    ...(priority ? { priority } : {}),
    ...(tags ? { tags } : {}),
  };
}

import { endpoints, type SideMessage } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';
import { ticketKeys } from '../../../live/ticket-queries.ts';

const { sideConversations } = endpoints;
const page = 200;

/** The side conversations of a ticket, the oldest first. */
export const sidesQuery = (id: string) =>
  queryOptions({
    queryKey: ticketKeys.sides(id),
    queryFn: async ({ signal }) => (await call(sideConversations.list, { params: { id }, signal })).items,
  });

/** The letters of one of them, oldest first. */
export const sideMessagesQuery = (id: string, sideId: string) =>
  queryOptions({
    queryKey: [...ticketKeys.sides(id), sideId] as const,
    queryFn: async ({ signal }) => {
      let items: SideMessage[] = [];
      for (;;) {
        const query = { after: items.at(-1)?.seq ?? 0, limit: page };
        const found = await call(sideConversations.messages, { params: { id, sideId }, query, signal });
        items = [...items, ...found.items];
        if (found.items.length < page) return items;
      }
    },
  });

import type { FastifyInstance } from 'fastify';
import { timeLineAt } from '../exchange/accounts/time-line.ts';
import { blockAt } from './block-heights.ts';
import { paymentStories } from './chain-stories.ts';

/** The ledger counts its seconds from the year 2000. */
const epoch = 946_684_800;

/** A server of the XRP Ledger as its JSON-RPC answers: `tx` and `ledger`. */
export function registerXrpl(app: FastifyInstance, now: () => Date): void {
  app.post('/xrp', (request, reply) => reply.send(answer(request.body, now())));
}

function answer(body: unknown, now: Date): object {
  const { method, params } = body as { method?: string; params?: Array<{ transaction?: string }> };
  if (method === 'ledger')
    return {
      result: { ledger_index: blockAt('xrp', now.getTime()), validated: true, status: 'success' },
    };
  const hash = params?.[0]?.transaction ?? '';
  const story = paymentStories.find(({ txid }) => txid === hash);
  if (method !== 'tx' || !story)
    return { result: { error: method === 'tx' ? 'txnNotFound' : 'unknownCmd', status: 'error' } };
  const at = story.state === 'waiting' ? null : timeLineAt(now.getTime()).before(story.hours);
  return {
    result: {
      TransactionType: 'Payment',
      Account: 'rf1BiGeXwwQoi8Z2ueFYTEXSwuJYfV2Jpn',
      Destination: story.to,
      ...(story.tag === null ? {} : { DestinationTag: story.tag }),
      Amount: story.drops,
      Fee: '12',
      hash,
      ...(at === null
        ? { validated: false }
        : {
            date: Math.floor(at / 1_000) - epoch,
            ledger_index: blockAt('xrp', at),
            meta: {
              TransactionResult: story.state === 'ok' ? 'tesSUCCESS' : 'tecPATH_DRY',
              ...(story.state === 'ok' ? { delivered_amount: story.drops } : {}),
            },
            validated: true,
          }),
      status: 'success',
    },
  };
}

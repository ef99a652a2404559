import type { FastifyInstance } from 'fastify';
import { refuse } from './x-errors.ts';
import { account, type XState } from './x-state.ts';

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** The events that it has of one account; both are private. */
const kinds = ['dm.received', 'post.mention.create'];
const path = '/2/activity/subscriptions';

/** The X Activity API, as far as an app needs it to hear of customers: https://docs.x.com/x-api/activity/quickstart */
export function registerActivity(scope: FastifyInstance, state: XState, now: () => number): void {
  const moment = () => new Date(now()).toISOString();
  const meta = () => ({ total_subscriptions: state.activity.length });
  const one = (id: string) => state.activity.findIndex((it) => it.subscription_id === id);

  scope.get(path, async () => ({ data: state.activity, meta: meta() }));
  scope.post(path, async (request, reply) => {
    const { event_type, filter, webhook_id, tag } = fieldsOf(request.body);
    const user_id = fieldsOf(filter)['user_id'];
    if (typeof event_type !== 'string' || !kinds.includes(event_type) || user_id !== account.id)
      return refuse(reply, 'bad_parameter');
    if (webhook_id !== undefined && !state.webhooks.some((it) => it.id === webhook_id))
      return refuse(reply, 'bad_parameter');
    if (state.activity.some((it) => it.event_type === event_type)) return refuse(reply, 'duplicate');
    const made = {
      subscription_id: state.nextId(),
      event_type,
      filter: { user_id: account.id },
      created_at: moment(),
      updated_at: moment(),
      ...(typeof webhook_id === 'string' && { webhook_id }),
      ...(typeof tag === 'string' && { tag }),
    };
    state.activity.push(made);
    return { data: made, meta: meta() };
  });
  scope.put<{ Params: { id: string } }>(`${path}/:id`, async (request, reply) => {
    const found = state.activity[one(request.params.id)];
    const { webhook_id, tag } = fieldsOf(request.body);
    if (!found) return refuse(reply, 'unknown');
    if (typeof webhook_id === 'string') found.webhook_id = webhook_id;
    if (typeof tag === 'string') found.tag = tag;
    found.updated_at = moment();
    return { data: found, meta: meta() };
  });
  scope.delete<{ Params: { id: string } }>(`${path}/:id`, async (request, reply) => {
    const at = one(request.params.id);
    if (at < 0) return refuse(reply, 'unknown');
    state.activity.splice(at, 1);
    return { data: { deleted: true }, meta: meta() };
  });
}

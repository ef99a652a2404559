import type { FastifyInstance } from 'fastify';
import { customers, findCustomer } from './customers.ts';
import { signIdentity } from './sign-identity.ts';

interface DemoOptions {
  /** Names the chat inbox in the page's script tag. */
  readonly inboxKey: string;
  /** The secret that the inbox shares with the exchange, for HS256. */
  readonly identitySecret: string;
  /** The secret that the portal's inbox shares with the exchange; null where there is no portal. */
  readonly portalSecret: string | null;
  readonly now: () => Date;
}

/** What the trading page asks of its own back end: whom it can sign in, and a signed identity for the chat or for the portal. */
export function registerDemoApi(app: FastifyInstance, options: DemoOptions): void {
  const { inboxKey, portalSecret } = options;
  app.get('/api/config', async () => ({ inboxKey, customers, portal: portalSecret !== null }));

  app.post('/api/identity', async (request, reply) => {
    const customer = findCustomer(customerIn(request.body));
    if (!customer) return reply.code(404).send({ error: 'unknown customer' });
    return { token: await signIdentity(customer, options.identitySecret, options.now()) };
  });

  app.post('/api/portal-identity', async (request, reply) => {
    const customer = findCustomer(customerIn(request.body));
    if (!customer || portalSecret === null) return reply.code(404).send({ error: 'unknown customer' });
    return { token: await signIdentity(customer, portalSecret, options.now()) };
  });
}

function customerIn(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('customer' in body)) return '';
  return typeof body.customer === 'string' ? body.customer : '';
}

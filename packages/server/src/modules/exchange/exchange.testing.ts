import { type Faults, registerExchange, registerExplorers } from '@fairlead/playground';
import { fastify } from 'fastify';
import { afterAll } from 'vitest';
import type { VerifiedCustomer } from '../people/index.ts';

export const simulatorKeys = {
  key: 'test-access-key',
  secret: 'test-secret-of-the-operator',
  token: 'test-token-of-the-back-office',
};

/** The simulated exchange on a port of its own, with its switches. */
export async function startSimulator(
  now: () => Date,
): Promise<{ url: string; faults: Faults; asked: () => number }> {
  const faults: Faults = { mode: 'none', aheadMilliseconds: 0 };
  let asked = 0;
  const app = fastify();
  app.addHook('onRequest', async () => {
    asked++;
  });
  registerExchange(app, now, { keys: simulatorKeys, faults });
  app.register(async (explorers) => registerExplorers(explorers, now), { prefix: '/explorer' });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  afterAll(() => app.close());
  return { url, faults, asked: () => asked };
}

/** Only the people module makes one, from the database; where there is none, a test vouches. */
export const verified = (uid: string): VerifiedCustomer =>
  ({ id: `customer ${uid}`, uid }) as VerifiedCustomer;

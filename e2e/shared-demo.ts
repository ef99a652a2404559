import { addressOf, endpoints, type ResponseOf } from '@fairlead/contract';
import type { APIRequest } from '@playwright/test';
import { fromConsole, signInBy } from './agent.ts';
import { type RunningServer, startServer } from './server.ts';

/** Starts a demo exchange for many journeys: what one leaves open does not fill the agents for the next. */
export async function shareDemo(request: APIRequest): Promise<RunningServer> {
  const server = await startServer();
  const api = await request.newContext({ baseURL: server.url, extraHTTPHeaders: fromConsole });
  await signInBy(api, server.url, 'mei@example.com');
  const { listAgents, updateAgent } = endpoints.people;
  const { items } = (await (await api.get(listAgents.path)).json()) as ResponseOf<typeof listAgents>;
  for (const { id } of items) {
    const data = { capacity: { chat: 50 } };
    await api.patch(addressOf(updateAgent.path, { id }, {}), { data, failOnStatusCode: true });
  }
  await api.dispose();
  return server;
}

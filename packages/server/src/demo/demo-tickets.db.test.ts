import { endpoints } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { createTestServer } from '../testing/test-server.ts';
import { demoCases } from './demo-cases.ts';
import { demoTickets } from './demo-tickets.ts';
import { seedDemo } from './seed-demo.ts';

/** The demo's cases stand as they are told, also once everything that was announced was heard. */
test('the demo has cases in every state, in the order in which they were opened', async () => {
  const server = await createTestServer({ ROLE: 'web' });
  await seedDemo(server.platform);
  await server.platform.relay.drain();
  const lead = await server.world.agent({ roles: ['team_lead'] });
  const { items } = await lead.call(endpoints.tickets.list, { query: { sort: 'created', limit: 100 } });
  const told = [...demoTickets, ...demoCases].flatMap((it) => [it, ...(it.children ?? [])]);
  expect(items).toHaveLength(told.length);
  const standing = (it: { subject: string; status: string }) => `${it.subject}: ${it.status}`;
  expect(items.map(standing).sort()).toEqual(told.map(standing).sort());
  expect(new Set(items.map((it) => it.status)).size).toBe(6);
  const opened = items.map((it) => it.createdAt);
  expect(opened).toEqual(opened.toSorted().toReversed());
  const { items: rules } = await lead.call(endpoints.automation.listRules);
  expect(rules.map((it) => [it.enabled, it.runs])).toEqual([
    [true, 0],
    [true, 0],
    [false, 0],
    [false, 0],
  ]);
});

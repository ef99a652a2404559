import { endpoints } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { createTestServer } from '../testing/test-server.ts';

/** Nobody is called by what others cannot see, whoever says what they are called. */
const { people } = endpoints;

test('names hold nothing unseen, and are none where nothing else is left', async () => {
  const server = await createTestServer();
  const team = await server.world.team();
  const mei = await server.world.agent({ name: 'Mei', teams: [team] });
  const renamed = (name: string) => ({ body: { name } });
  expect((await mei.call(people.updateMe, renamed('Mei\u202e\u0000 Lin\u200b'))).name).toBe('Mei Lin');
  expect(await mei.refused(people.updateMe, renamed('\u3164\u200d'))).toBe('request.invalid');

  const inbox = await server.world.inbox({ team });
  const nameOf = async (sub: string, name: string) => {
    const identity = await server.world.identity(inbox.secret, { sub, name });
    const { id } = await server.world.customer(inbox.key, { identity });
    return (await mei.call(people.getCustomer, { params: { id } })).name;
  };
  expect(await nameOf('1', '\u202etroppuS\u2066')).toBe('troppuS');
  expect(await nameOf('2', '\u2800')).toBeNull();
});

import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { endpoints } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { createTestServer } from '../testing/test-server.ts';

const { files } = endpoints;

/** Asks over a connection that is kept. */
function ask(url: string, agent: Agent, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; body: string; connection: string | undefined }>(
    (resolve, reject) => {
      const answered = async (response: IncomingMessage) =>
        resolve({
          status: response.statusCode,
          body: await text(response),
          connection: response.headers.connection,
        });
      httpRequest(url, { agent, headers }, (response) => void answered(response))
        .on('error', reject)
        .end();
    },
  );
}

test('a node that stops ends what is under way, and takes nothing more', async () => {
  const server = await createTestServer();
  const inbox = await server.world.inbox({ team: await server.world.team() });
  const customer = await server.world.customer(inbox.key);
  const { files: store, http } = server.platform;
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const whole = { ...store };
  store.put = async (...wish) => {
    reached.resolve();
    await released.promise;
    return whole.put(...wish);
  };
  const { id } = await customer.call(files.beginUpload, { body: { name: 'film.mp4', size: 10 } });
  const chunk = fetch(`${server.url}/api/uploads/${id}/chunks/0`, {
    method: 'PUT',
    headers: { ...customer.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(5),
  });
  await reached.promise;
  const idle = new Agent({ keepAlive: true });
  expect((await ask(`${server.url}/ready`, idle)).status).toBe(200);

  const stopped = server.stop();
  const asked = await http.app.inject('/ready');
  expect(asked.statusCode).toBe(503);
  expect(asked.json()).toEqual({ error: { code: 'server.unavailable', params: {} } });
  await expect(ask(`${server.url}/ready`, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  released.resolve();
  const answer = await chunk;
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ id, offset: 5 });
  expect(answer.headers.get('connection')).toBe('close');
  await stopped;
  idle.destroy();
});

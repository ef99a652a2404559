import { once } from 'node:events';
import { closeCodes, livePath } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createTestServer } from '../testing/test-server.ts';

test('a socket that a foreign page opens with an agent’s cookie is refused', async () => {
  const server = await createTestServer();
  const mei = await server.world.agent();
  const said = async (origin?: string) => {
    const socket = new WebSocket(server.url.replace('http', 'ws') + livePath, {
      headers: { cookie: mei.cookie, ...(origin === undefined ? {} : { origin }) },
    });
    socket.on('open', () => socket.send('{"t":"hello"}'));
    const [data] = (await once(socket, 'message')) as [Buffer];
    const frame = JSON.parse(data.toString()) as { t: string; error?: { code: string } };
    if (frame.t === 'welcome') socket.close();
    else expect((await once(socket, 'close'))[0]).toBe(closeCodes.refused);
    return frame.error?.code ?? frame.t;
  };
  expect(await said(server.url)).toBe('welcome');
  expect(await said('https://evil.example')).toBe('request.origin_refused');
  expect(await said('http://127.0.0.1:1')).toBe('request.origin_refused');
  // What a sandboxed frame sends.
  expect(await said('null')).toBe('request.origin_refused');
});

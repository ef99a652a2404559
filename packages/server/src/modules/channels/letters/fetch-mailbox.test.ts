import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchMailbox } from './fetch-mailbox.ts';
import type { LetterDoor } from './letter-door.ts';

const nobody = () => {
  throw new Error('nobody is asked');
};
const door: LetterDoor = { receive: nobody };
const database = { reader: nobody, write: nobody } as never;

test.each(['before', 'after'])(
  'a mailbox that is let go %s it begins is left at once, whatever its server does not say',
  async (when) => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket.on('error', () => {})));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(async () => {
      for (const socket of sockets) socket.destroy();
      silent.close();
      await once(silent, 'close');
    });
    const options = {
      host: '127.0.0.1',
      port: (silent.address() as AddressInfo).port,
      auth: { user: 'desk', pass: 'secret' },
      greetingTimeout: 600_000,
      logger: false,
    } as const;
    const mailbox = { inboxId: 'inbox', name: 'INBOX', options, authserv: null, lastContactAt: null };
    const stop = new AbortController();
    if (when === 'before') stop.abort();
    const fetching = fetchMailbox({ database }, door, mailbox, async () => {}, stop.signal);
    const ended = fetching.then(
      () => 'ended',
      () => 'ended',
    );
    if (when === 'after') await once(silent, 'connection');
    stop.abort();
    expect(await ended).toBe('ended');
  },
);

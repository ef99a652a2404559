import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { createMail } from './mail.ts';

/** A mail server that says what a test has it say; each line that it is told, by connection. */
async function startServer(answer: (line: string, say: (words: string) => void) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const say = (words: string) => void socket.write(`${words}\r\n`);
    let rest = '';
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const lines = (rest + data.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) answer(line, say);
    });
    answer('', say);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`;
}

const letter = (n: number) => ({ to: `reader${n}@example.com`, subject: 'News', text: 'Hello' });

function open(url: string, patience: number) {
  const log = createLog('silent');
  const mail = createMail({ url, from: 'desk@example.com', log, patience });
  onTestFinished(() => mail.close());
  return mail;
}

test('a mail server that says a word now and then, and never yes, is waited for no longer than is bearable', async () => {
  const timers: NodeJS.Timeout[] = [];
  onTestFinished(() => {
    for (const timer of timers) clearInterval(timer);
  });
  const url = await startServer((line, say) => {
    if (line === '') say('220 here');
    else timers.push(setInterval(() => say('250-wait'), 20));
  });
  await expect(open(url, 300).send(letter(1))).rejects.toThrow();
});

test('letters that wait for those before them have all their time, and none that was given up leaves later', async () => {
  const answered = Promise.withResolvers<void>();
  const asked: string[] = [];
  const url = await startServer((line, say) => {
    if (line === '') say('220 here');
    else if (line.startsWith('RCPT')) {
      asked.push(/reader\d+/.exec(line)?.[0] ?? '');
      void answered.promise.then(() => say('250 yes'));
    } else if (line === 'DATA') say('354 go on');
    else if (line === '.' || /^(EHLO|MAIL|RSET|QUIT)/.test(line)) say('250 yes');
  });
  const mail = open(url, 500);
  const sent = Array.from({ length: 7 }, (_, n) => mail.send(letter(n)));
  const came = await Promise.allSettled(sent.slice(0, 5));
  expect(came.map((it) => it.status)).toEqual(Array(5).fill('rejected'));
  answered.resolve();
  await Promise.all(sent.slice(5));
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `reader${n}`));
});

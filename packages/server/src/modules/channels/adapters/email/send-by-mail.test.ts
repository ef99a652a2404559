import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutboundLetter, SendContext } from '../../port.ts';
import { closeMailPools, sendByMail } from './send-by-mail.ts';

/** What reaches a mail server of a letter whose words somebody chose who means harm. */
const came: Array<{ to: string[]; head: string }> = [];
/** While it is there the mail server looks into what it was given. */
let looking: Promise<void> | undefined;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const [head = ''] = Buffer.concat(parts).toString('utf8').split('\r\n\r\n');
      const to = session.envelope.rcptTo.map((it) => it.address);
      void Promise.resolve(looking).then(() => {
        came.push({ to, head });
        done();
      });
    });
  },
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
});
afterAll(async () => {
  closeMailPools();
  await new Promise<void>((resolve) => server.close(resolve));
});

const letter: OutboundLetter = {
  headerId: 'one@harbour.example',
  from: { name: 'Harbour', address: 'support@harbour.example' },
  replyTo: 'support+1@harbour.example',
  cc: [],
  subject: 'Re: Deposit',
  references: [],
  text: 'Hello',
  html: '<p>Hello</p>',
  files: [],
  automatic: false,
};
function contextOf(address: string, signal = AbortSignal.timeout(20_000)): SendContext {
  const { port } = server.server.address() as AddressInfo;
  const smtp = JSON.stringify({ host: '127.0.0.1', port, pool: true, maxConnections: 1, ignoreTLS: true });
  return { address, threadKey: null, credentials: { smtp }, key: 'one:0', signal };
}
async function send(changed: Partial<OutboundLetter>, address = 'eve@x.example') {
  came.length = 0;
  await sendByMail({ ...letter, ...changed }, contextOf(address));
  const [{ to, head } = { to: [], head: '' }] = came;
  return { to, names: [...head.matchAll(/^([\w-]+):/gm)].map(([, name]) => name?.toLowerCase()) };
}

const evil = 'x\r\nBcc: bob@y.example\r\n\r\nAnother text';

test.each<[string, Partial<OutboundLetter>]>([
  ['subject', { subject: evil }],
  ['name of the sender', { from: { name: evil, address: 'support@harbour.example' } }],
  ['name of another reader', { cc: [{ name: evil, address: 'ann@z.example' }] }],
  ['reference', { references: [evil] }],
  ['address for answers', { replyTo: `support@harbour.example${evil}` }],
  ['name of a file', { files: [{ name: evil, type: 'application/pdf', content: new Uint8Array([37]) }] }],
])('a line break in the %s begins no header', async (_what, changed) => {
  const { to, names } = await send(changed);
  expect(to).toEqual(['eve@x.example', ...(changed.cc ? ['ann@z.example'] : [])]);
  expect(names).not.toContain('bcc');
});

test.each([
  'eve@x.example;bob@y.example',
  'eve@x.example, bob@y.example',
  'Eve <bob@y.example>, eve@x.example',
])('%s is one address, not several', async (address) => {
  const { to } = await send({}, address).catch(() => ({ to: [] }));
  expect(to.length).toBeLessThanOrEqual(1);
  expect(to).not.toContain('bob@y.example');
});

test('a letter whose time is up while it waits for those before it does not leave: it is tried again, and would come twice', async () => {
  came.length = 0;
  const looked = Promise.withResolvers<void>();
  looking = looked.promise;
  const first = sendByMail(letter, contextOf('first@x.example'));
  const late = new AbortController();
  const second = sendByMail(letter, contextOf('second@x.example', late.signal));
  const third = sendByMail(letter, contextOf('third@x.example'));
  late.abort();
  const refused = second.catch((error: unknown) => error);
  looked.resolve();
  await Promise.all([first, third]);
  looking = undefined;
  expect(came.map(({ to }) => to)).toEqual([['first@x.example'], ['third@x.example']]);
  expect(await refused).toMatchObject({ permanent: false });
});

import { createHmac } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { webhookSample } from './webhook-sample.ts';

it('runs as it is copied, and signs the time, a dot and the letter', async () => {
  vi.stubEnv('FAIRLEAD_LETTER_SECRET', 'a secret');
  vi.stubEnv('FAIRLEAD_LETTER_URL', 'https://fairlead.example/letters');
  const sent = vi.fn(async (_url: string, _init: RequestInit) => new Response('{}'));
  vi.stubGlobal('fetch', sent);
  const address = `data:text/javascript,${encodeURIComponent(webhookSample)}`;
  const sample: { handIn: (letter: string) => Promise<boolean> } = await import(/* @vite-ignore */ address);
  expect(await sample.handIn('From: a@b.example')).toBe(true);
  const [url, init] = sent.mock.calls[0] ?? [];
  const headers = new Headers(init?.headers);
  const time = headers.get('fairlead-timestamp') ?? '';
  expect(url).toBe('https://fairlead.example/letters');
  expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(60);
  expect(headers.get('content-type')).toBe('message/rfc822');
  expect(headers.get('fairlead-signature')).toBe(
    `v1=${createHmac('sha256', 'a secret').update(`${time}.From: a@b.example`).digest('hex')}`,
  );
});

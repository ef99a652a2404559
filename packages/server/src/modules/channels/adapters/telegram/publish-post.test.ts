import { createTelegramWorld, registerTelegram, type TelegramWorld } from '@fairlead/playground';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Answer, type PublishContext, SendError } from '../../port.ts';
import { telegramAdapter } from './telegram-adapter.ts';

let world: TelegramWorld;
let telegram: FastifyInstance;

beforeEach(() => {
  world = createTelegramWorld(() => new Date('2026-11-27T08:00:00Z'));
  telegram = fastify();
  registerTelegram(telegram, world);
});
afterEach(() => telegram.close());

const context = (address = `@${world.channel.username}`): PublishContext => ({
  address,
  credentials: { token: world.token, apiUrl: 'http://telegram.test' },
  signal: AbortSignal.timeout(5_000),
  ask: async (url, { method = 'GET', headers = {}, body = '' }): Promise<Answer> => {
    const answered = await telegram.inject({
      method,
      url: new URL(url).pathname,
      headers,
      payload: Buffer.from(body),
    });
    return { status: answered.statusCode, headers: {}, body: answered.rawPayload };
  },
});
const post = (text: string) => ({ key: 'k', text, link: 'https://help.example.com/a' });
const { publish, revise, retract } = telegramAdapter;
const firstId = () => world.chat(world.channel.id)[0]?.id;
const shown = () => world.chat(world.channel.id).map((it) => it.text);

test('a post in a channel is changed and taken back, each as often as one likes', async () => {
  const sent = await publish?.(post('Listing'), context());
  expect(sent).toEqual({
    externalId: `${world.channel.id}:${firstId()}`,
    link: `https://t.me/${world.channel.username}/${firstId()}`,
  });
  expect(shown()).toEqual(['Listing\n\nhttps://help.example.com/a']);
  const id = sent?.externalId ?? '';
  await revise?.(id, post('Listing, corrected'), context());
  await revise?.(id, post('Listing, corrected'), context());
  expect(shown()).toEqual(['Listing, corrected\n\nhttps://help.example.com/a']);
  await retract?.(id, context());
  await retract?.(id, context());
  expect(shown()).toEqual([]);
});

const picture = { id: 'f', name: 'a.png', type: 'image/png', size: 1, read: async () => new Uint8Array(1) };

test('a post with a picture has its words below it, and changes them; what is too long goes without', async () => {
  const sent = await publish?.({ ...post('Listing'), picture }, context());
  expect(sent?.externalId).toBe(`${world.channel.id}:${firstId()}:photo`);
  const [shownThere] = world.chat(world.channel.id);
  expect(shownThere).toMatchObject({
    text: 'Listing\n\nhttps://help.example.com/a',
    file: { name: 'a.png' },
  });
  const id = sent?.externalId ?? '';
  await revise?.(id, { ...post('Listing, corrected'), picture }, context());
  expect(shown()).toEqual(['Listing, corrected\n\nhttps://help.example.com/a']);
  await expect(revise?.(id, { ...post('x'.repeat(1_100)), picture }, context())).rejects.toMatchObject({
    permanent: true,
  });
  await retract?.(id, context());
  expect(shown()).toEqual([]);
  const long = await publish?.({ ...post('x'.repeat(1_100)), picture }, context());
  expect(long?.externalId).toBe(`${world.channel.id}:${firstId()}`);
});

test.each([
  ['a channel that is not there', () => publish?.(post('a'), context('@nowhere'))],
  ['a text that is too long', () => publish?.(post('x'.repeat(4_097)), context())],
  ['a change of what is gone', () => revise?.(`${world.channel.id}:99`, post('a'), context())],
  ['an id that is none', () => retract?.('what', context())],
])('is refused for good: %s', async (_, act) => {
  const error: unknown = await act()?.catch((it: unknown) => it);
  expect(error).toBeInstanceOf(SendError);
  expect(error).toMatchObject({ permanent: true });
});

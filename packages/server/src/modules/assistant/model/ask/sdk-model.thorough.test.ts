import { describe, expect, test } from 'vitest';
import { fetchLimited } from '../../../../platform/fetch/fetch-limited.ts';
import { allowedAddresses } from '../../../../platform/fetch/public-address.ts';
import { type Reply, startModelServer } from '../model-server.testing.ts';
import { type LookTool, ModelFailure } from './model-port.ts';
import { openModel } from './sdk-model.ts';

const server = await startModelServer();
const prompt = { system: 'Rules.', data: '{"question":"?"}' };
const loopback = fetchLimited(allowedAddresses(['loopback']));

async function write(
  provider: 'openai_compatible' | 'anthropic',
  replies: Reply[],
  {
    tool = null,
    fetch = loopback,
    url = server.url,
  }: { tool?: LookTool | null; fetch?: typeof loopback; url?: string } = {},
) {
  server.behave(...replies);
  server.asked.length = 0;
  const model = await openModel({ provider, url, model: 'small', key: 'the-key' }, fetch);
  const patience = { first: 300, between: 300, total: 20_000 };
  let text = '';
  const tokens = { input: 0, output: 0 };
  try {
    for await (const part of model.write({ prompt, tool, patience, signal: new AbortController().signal })) {
      if (part.kind === 'text') text += part.text;
      else if (part.kind === 'again') text = '';
      else {
        tokens.input += part.input;
        tokens.output += part.output;
      }
      // As whoever reads along would stop.
      if (text.length > 5_000) return { text: text.slice(0, 20), tokens };
    }
    return { text, tokens };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    return { outcome: error.outcome, status: error.status };
  }
}

describe.each(['openai_compatible', 'anthropic'] as const)('%s', (provider) => {
  test('what it writes comes, with what it cost', async () => {
    expect(await write(provider, [{ kind: 'says', text: 'You can [1]. 可以。' }])).toEqual({
      text: 'You can [1]. 可以。',
      tokens: { input: 400, output: 50 },
    });
    const [asked] = server.asked;
    expect(asked?.path).toBe(provider === 'anthropic' ? '/v1/messages' : '/v1/chat/completions');
    expect(asked?.body).toMatchObject({ model: 'small', stream: true });
    expect(asked?.headers[provider === 'anthropic' ? 'x-api-key' : 'authorization']).toContain('the-key');
    expect(JSON.stringify(asked?.body)).toContain('Rules.');
  });

  test('it looks something up, twice at most, and writes then', async () => {
    const looked: unknown[] = [];
    const tool: LookTool = {
      flows: ['fees'],
      async look(flow, slots) {
        looked.push([flow, slots]);
        return { passage: { number: 2, text: 'It costs 1 USDT.' } };
      },
    };
    const looks: Reply = { kind: 'looks', flow: 'fees', slots: { asset: 'USDT' } };
    const written = await write(provider, [looks, { kind: 'says', text: 'It costs 1 USDT [2].' }], { tool });
    expect(written).toEqual({ text: 'It costs 1 USDT [2].', tokens: { input: 800, output: 100 } });
    expect(looked).toEqual([['fees', { asset: 'USDT' }]]);
    expect(JSON.stringify(server.asked[1]?.body.messages)).toContain('It costs 1 USDT.');
    looked.length = 0;
    // One that does not stop is asked three times in all.
    await write(provider, [looks], { tool });
    expect(server.asked).toHaveLength(3);
  });

  test.each<[string, Reply, object]>([
    ['a limit', { kind: 'status', status: 429 }, { outcome: 'rate_limited', status: 429 }],
    ['a key that is not accepted', { kind: 'status', status: 401 }, { outcome: 'denied', status: 401 }],
    ['a fault of its own', { kind: 'status', status: 500 }, { outcome: 'failed', status: 500 }],
    ['a redirect', { kind: 'status', status: 302 }, { outcome: 'failed' }],
    ['garbage', { kind: 'garbage' }, { outcome: 'failed' }],
    ['silence', { kind: 'silent' }, { outcome: 'timed_out' }],
    ['a stall', { kind: 'stalls', text: 'You can' }, { outcome: 'timed_out' }],
    ['a broken stream', { kind: 'breaks', text: 'You can' }, { outcome: 'failed' }],
    ['an end that is none', { kind: 'ends', text: 'You can' }, { outcome: 'failed' }],
  ])('%s is told, and nothing is tried again', async (_, reply, failure) => {
    expect(await write(provider, [reply])).toMatchObject(failure);
    expect(server.asked).toHaveLength(1);
  });

  test('what never ends can be left', async () => {
    expect(await write(provider, [{ kind: 'never_ends', text: 'And so on. ' }])).toMatchObject({
      text: 'And so on. And so on',
    });
  });

  test('only addresses that are allowed are asked', async () => {
    const fetch = fetchLimited(allowedAddresses(false));
    expect(await write(provider, [], { fetch })).toMatchObject({ outcome: 'refused_address' });
    expect(server.asked).toEqual([]);
  });

  test('who is not there is unreachable', async () => {
    expect(await write(provider, [], { url: 'http://127.0.0.1:9/v1' })).toMatchObject({
      outcome: 'unreachable',
    });
  });
});

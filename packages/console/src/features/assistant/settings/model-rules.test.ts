import { expect, test } from 'vitest';
import { bodyOf, draftOf, isAddress, isNamed, keepsKey, usualAddress, withProvider } from './model-rules.ts';

const usual = { seconds: 8, tokensPerCustomer: 1000, tokensPerDay: 2000 };
const model = {
  on: true,
  provider: 'openai_compatible' as const,
  url: 'https://models.example.com/v1',
  model: 'small',
  ...usual,
  embeddings: null,
  keyKept: true,
};
const kept = { model, usual, tokensToday: 0 };

test('where none is set up, one begins with what is usual', () => {
  expect(draftOf({ ...kept, model: null })).toMatchObject({ on: false, model: '', ...usual });
});

test('a key is sent as it is typed, left as it is kept, or removed', () => {
  const draft = draftOf(kept);
  expect(bodyOf(draft)).not.toHaveProperty('key');
  expect(bodyOf({ ...draft, key: ' k ' })).toMatchObject({ key: 'k' });
  expect(bodyOf({ ...draft, removeKey: true })).toMatchObject({ key: null });
});

test.each([
  ['as it is', {}, true],
  ['another path of the same server', { url: 'https://models.example.com/v2' }, true],
  ['another server', { url: 'https://other.example.com/v1' }, false],
  ['another provider', { provider: 'anthropic' as const }, false],
  ['another key', { key: 'new' }, false],
  ['without it', { removeKey: true }, false],
])('the kept key goes on: %s', (_, change, goesOn) => {
  expect(keepsKey({ ...draftOf(kept), ...change }, kept)).toBe(goesOn);
});

test.each([
  ['a name', 'openai_compatible' as const, ' near ', 'near'],
  ['no name', 'openai_compatible' as const, ' ', null],
  ['a provider that has none', 'anthropic' as const, 'near', null],
])('of embeddings, %s is sent as it is meant', (_, provider, embeddings, sent) => {
  expect(bodyOf({ ...draftOf(kept), provider, embeddings })).toMatchObject({ embeddings: sent });
});

test.each([
  ['a name', { embeddings: '' }, true],
  ['no name', { model: ' ', on: false, embeddings: '' }, false],
  ['no name, with embeddings alone', { model: '', on: false, embeddings: 'near' }, true],
  ['no name, and answers to be written', { model: '', on: true, embeddings: 'near' }, false],
  [
    'no name, of a provider without embeddings',
    { model: '', on: false, embeddings: 'near', provider: 'anthropic' as const },
    false,
  ],
])('%s, %j, is enough: %s', (_, change, is) => {
  expect(isNamed({ ...draftOf(kept), ...change })).toBe(is);
});

test('another provider brings its address, but not over one’s own', () => {
  const blank = draftOf({ ...kept, model: null });
  const anthropic = withProvider(blank, 'anthropic');
  expect(anthropic.url).toBe(usualAddress.anthropic);
  expect(withProvider(anthropic, 'openai_compatible').url).toBe(usualAddress.openai_compatible);
  expect(withProvider(draftOf(kept), 'anthropic').url).toBe(model.url);
});

test.each([
  ['https://a.example/v1', true],
  [' http://127.0.0.1:11434/v1 ', true],
  ['a.example', false],
  ['ftp://a.example', false],
  ['', false],
])('%j is an address: %s', (url, is) => expect(isAddress(url)).toBe(is));

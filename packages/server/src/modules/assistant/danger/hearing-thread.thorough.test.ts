import { learnConcepts, readShippedModel } from '@fairlead/understanding';
import { afterEach, expect, test } from 'vitest';
import { dangerHeard } from './danger-heard.ts';
import type { Said } from './hearing-messages.ts';
import { createHearingThread } from './hearing-thread.ts';

const said: Said[] = [
  { page: 'en', text: 'someone hacked my account and withdrew my coins' },
  { page: 'zh-CN', text: '手机号被改了，不是我改的' },
  { page: 'ja', text: 'かってに出金された' },
  { page: 'en', text: 'unathorized withdrawal!!' },
  { page: 'ko', text: '출금 수수료가 얼마인가요' },
  { page: 'en', text: 'I want to kill myself' },
  { page: 'es', text: 'puse mi clave en una página falsa' },
  { page: 'en', text: 'thank you' },
];
const many = Array.from({ length: 5 }, () => said).flat();
const onTheSpot = (texts: readonly Said[]) => texts.map(({ text, page }) => dangerHeard(text, page));

let thread = createHearingThread();
afterEach(async () => {
  await thread.stop();
  thread = createHearingThread();
});

test('what many write is heard as what one writes', async () => {
  expect(new Set(onTheSpot(said))).toEqual(new Set(['stolen', 'self_harm', null]));
  expect(await thread.dangersIn(said)).toEqual(onTheSpot(said));
  const [first, second] = await Promise.all([thread.dangersIn(many), thread.dangersIn(many.toReversed())]);
  expect([first, second]).toEqual([onTheSpot(many), onTheSpot(many.toReversed())]);
});

test('what people have come to call things is understood there too, and what was asked before is still answered', async () => {
  const text = 'my account zugriffsklau yesterday';
  const called = [{ id: 'hacked', terms: { de: ['zugriffsklau'] } }];
  const asked = [...many, { page: 'en', text } as const];
  const before = thread.dangersIn(asked);
  thread.hearBy({ concepts: called });
  const after = thread.dangersIn(asked);
  expect((await before).at(-1)).toBeNull();
  learnConcepts(called);
  const here = dangerHeard(text, 'en');
  learnConcepts(null);
  expect(here).toBe('stolen');
  expect((await after).at(-1)).toBe('stolen');
});

test('a model that is none fails what is asked, and the next is asked again', async () => {
  thread.hearBy({ model: new Uint8Array(4), concepts: null });
  await expect(thread.dangersIn(many)).rejects.toThrow();
  thread.hearBy({ model: readShippedModel() });
  expect(await thread.dangersIn(many)).toEqual(onTheSpot(many));
});

test('whoever stops it is not in the way of what it was asked, nor of what it is asked later', async () => {
  const asked = thread.dangersIn(many);
  await thread.stop();
  expect(await asked).toEqual(onTheSpot(many));
  expect(await thread.dangersIn(many)).toEqual(onTheSpot(many));
});

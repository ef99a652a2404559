import { expect, test } from 'vitest';
import { isQuiet } from './close-quiet.ts';

const since = new Date('2026-11-26T12:00:00Z');
const before = new Date('2026-11-26T11:00:00Z');
const after = new Date('2026-11-26T12:00:01Z');
const said = (author: 'customer' | 'agent' | 'bot') => ({ text: 'Hello', author });

test.each<[string, Parameters<typeof isQuiet>[0], boolean]>([
  ['answered long ago', { state: 'bot', preview: said('bot'), lastActivityAt: before }, true],
  ['at the very moment', { state: 'bot', preview: said('bot'), lastActivityAt: since }, true],
  ['an agent gave it back', { state: 'bot', preview: said('agent'), lastActivityAt: before }, true],
  ['nothing was said', { state: 'bot', preview: null, lastActivityAt: before }, true],
  ['answered since', { state: 'bot', preview: said('bot'), lastActivityAt: after }, false],
  ['still to be answered', { state: 'bot', preview: said('customer'), lastActivityAt: before }, false],
  ['people have it', { state: 'assigned', preview: said('agent'), lastActivityAt: before }, false],
  ['it waits for people', { state: 'queued', preview: said('bot'), lastActivityAt: before }, false],
])('%s', (_, conversation, quiet) => expect(isQuiet(conversation, since)).toBe(quiet));

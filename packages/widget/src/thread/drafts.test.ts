import { expect, it } from 'vitest';
import { createKeep } from '../session/keep.ts';
import { memoryStorage } from '../testing/samples.ts';
import { createDrafts } from './drafts.ts';

it.each([
  ['half a sentence', '', 'half a sentence'],
  ['half a sentence', 'older', 'half a sentence'],
  ['', 'older', 'older'],
  ['', '', ''],
])('%o moves to where %o was, and %o is there', (text, before, after) => {
  const drafts = createDrafts(createKeep('test.', memoryStorage()));
  drafts.write('new', text);
  drafts.write('k1', before);
  drafts.move('new', 'k1');
  expect([drafts.read('new'), drafts.read('k1')]).toEqual(['', after]);
});

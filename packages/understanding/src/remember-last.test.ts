import { expect, test } from 'vitest';
import { rememberLast } from './remember-last.ts';

test('what was asked for lately is not made again, and the oldest is forgotten', () => {
  const made: string[] = [];
  const ask = rememberLast((text) => {
    made.push(text);
    // Nothing is worth remembering too.
    return text === 'nothing' ? undefined : text.length;
  });
  expect([ask('one'), ask('nothing'), ask('one'), ask('nothing')]).toEqual([3, undefined, 3, undefined]);
  expect(made).toEqual(['one', 'nothing']);
  // Asked for again, it is not the oldest.
  for (let index = 0; index < 511; index += 1) ask(`text ${index}`);
  ask('one');
  expect(made.filter((it) => it === 'one')).toHaveLength(2);
  for (let index = 0; index < 511; index += 1) ask(`other ${index}`);
  ask('one');
  expect(made.filter((it) => it === 'one')).toHaveLength(2);
});

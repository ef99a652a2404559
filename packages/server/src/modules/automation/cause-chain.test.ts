import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { causeOf, chainOf, hearing, undoCauseOf } from './cause-chain.ts';

test.each<[string | null, string[]]>([
  [null, []],
  ['routing', []],
  ['rule:a', ['a']],
  ['rule:a,b', ['a', 'b']],
  ['rule:a+b,c', ['a', 'b', 'c']],
  ['undo:a', ['a']],
  ['macro:a', []],
])('the chain of %o is %o', (cause, chain) => {
  expect(chainOf(cause)).toEqual(chain);
});

test.each([
  ['a', null, 'hears'],
  ['a', 'sla', 'hears'],
  ['a', 'rule:b', 'hears'],
  ['a', 'rule:a', 'own'],
  ['a', 'rule:a,b', 'own'],
  ['a', 'rule:a+b', 'own'],
  ['a', undoCauseOf('a'), 'own'],
  ['a', 'rule:b,c,d,e', 'hears'],
  ['a', 'rule:b+c+d+e+f+g', 'hears'],
  ['a', 'rule:b,c,d,e,f', 'cut'],
] as const)('%s and %o: %s', (rule, cause, expected) => {
  expect(hearing(rule, cause)).toBe(expected);
});

const rules = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');

test('whatever rules call each other, no rule runs twice and it ends', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rules, fc.uniqueArray(rules, { maxLength: 2 }))), (calls) => {
      let cause: string | null = null;
      const ran: string[] = [];
      for (const [rule, earlier] of calls) {
        if (hearing(rule, cause) !== 'hears') continue;
        cause = causeOf(rule, cause, earlier);
        ran.push(rule);
      }
      expect(ran.length).toBeLessThanOrEqual(5);
      expect(new Set(ran).size).toBe(ran.length);
      expect(chainOf(cause)).toEqual(expect.arrayContaining(ran));
    }),
  );
});

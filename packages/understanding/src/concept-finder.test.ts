import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conceptFinder } from './concept-finder.ts';

const find = conceptFinder([
  {
    id: 'withdraw',
    terms: { en: ['withdr', 'cash out'], 'zh-CN': ['提币'], vi: ['rut tien'], ja: ['出金'] },
  },
  { id: 'fee', terms: { en: ['fee'], 'zh-CN': ['手续费'], vi: ['phí'] } },
  { id: 'cost', terms: { en: ['fee', 'cost'] } },
  { id: 'not', terms: { en: ['not '], vi: ['không '] } },
]);

test.each<[string, string[]]>([
  ['What is the fee to WITHDRAW?', ['cost', 'fee', 'withdraw']],
  ['cash   out', ['withdraw']],
  ['coffee', []],
  ['a notice', []],
  ['it is not', ['not']],
  ['ko nhận, không rut tien', ['not', 'withdraw']],
  ['提币手续费多少', ['fee', 'withdraw']],
  ['我要提 币', []],
  ['Rút tiền mất phí không', ['fee', 'not', 'withdraw']],
  ['出金できません, fees?', ['cost', 'fee', 'withdraw']],
  ['', []],
])('“%s” speaks of %j', (text, concepts) => {
  expect(find(text)).toEqual(concepts);
});

test('any text has its concepts, and more text never fewer', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('fee', 'withdraw', '手续费'),
      (text, word) => {
        const both = find(`${text} ${word}`);
        for (const concept of find(text)) expect(both).toContain(concept);
      },
    ),
  );
});

import { expect, test } from 'vitest';
import { nextLook, nextWait, refusalOf } from './letter-rules.ts';

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

test.each([
  ['a broken connection', new Error('connect ECONNREFUSED'), true, false],
  ['a server that is busy', answer(421, '421 4.7.0 Try later'), true, false],
  ['a full mailbox', answer(452, '452 4.2.2 Over quota'), true, false],
  ['no such user', answer(550, '550 5.1.1 User unknown'), false, true],
  ['no such user, in no code but the first', answer(550, '550 No such user'), false, true],
  ['no such domain', answer(554, '554 5.1.2 Bad destination system'), false, true],
  ['a letter that is refused for what it says', answer(550, '550 5.7.1 Spam'), false, false],
  ['a letter that is too large', answer(552, '552 5.3.4 Too big'), false, false],
])('%s', (_, error, again, noSuchAddress) => {
  expect(refusalOf(error)).toMatchObject({ again, noSuchAddress });
});

test('waits become longer, and end', () => {
  const waits = Array.from({ length: 8 }, (_, at) => nextWait(at));
  expect(waits).toEqual([60, 180, 540, 1620, 4860, 14_580, 21_600, null]);
});

test('an exchange that is silent is asked again, more and more seldom', () => {
  expect([0, 1, 2, 5, 6, 100].map(nextLook)).toEqual([15, 30, 60, 480, 900, 900]);
});

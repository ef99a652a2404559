import { expect, test } from 'vitest';
import { replySubject } from './reply-subject.ts';

test.each([
  ['Deposit', 'Re: Deposit'],
  ['Re: Deposit', 'Re: Deposit'],
  ['RE : AW:Re[2]: 回复：Deposit', 'Re: Deposit'],
  ['Ответ: Re: Депозит', 'Re: Депозит'],
  ['Reopened: deposit', 'Re: Reopened: deposit'],
  ['', 'Re: '],
])('%s is answered as %s', (subject, answer) => expect(replySubject(subject)).toBe(answer));

test('a subject of white space takes no time', () => {
  const subject = `Re${' '.repeat(200_000)}x`;
  expect(replySubject(subject)).toBe(`Re: ${subject}`);
});

import { describe, expect, test } from 'vitest';
import { refusalOf } from './refusal-of.ts';

const problem = (title: string, detail: string, type = 'about:blank') => ({ title, detail, type, status: 0 });
const old = (code: number, message: string) => ({ errors: [{ code, message }] });
const now = 'Fri, 27 Nov 2026 08:00:00 GMT';
const seconds = Date.parse(now) / 1000;

describe('what X refuses', () => {
  test.each([
    [
      'a wrong token',
      401,
      problem('Unauthorized', 'Unauthorized'),
      { signInRefused: true, permanent: false },
    ],
    ['a token that has ended', 403, old(89, 'Invalid or expired token'), { signInRefused: true }],
    [
      'a repeated post',
      403,
      problem('Forbidden', 'You are not allowed to create a Tweet with duplicate content.'),
      { permanent: true, message: 'You are not allowed to create a Tweet with duplicate content.' },
    ],
    [
      'a repeated post, as 1.1 says it',
      403,
      old(187, 'Status is a duplicate.'),
      { permanent: true, message: '(187) Status is a duplicate.' },
    ],
    [
      'somebody who takes no messages',
      403,
      old(349, 'You cannot send messages to this user.'),
      { permanent: true, message: '(349) You cannot send messages to this user.' },
    ],
    [
      'what the access does not hold',
      403,
      old(453, 'You currently have access to a subset'),
      { permanent: true },
    ],
    [
      'without credits',
      402,
      problem('CreditsDepleted', 'Your account has no credits'),
      { permanent: false, retryAfter: 3600 },
    ],
    [
      'too many calls',
      429,
      problem('Too Many Requests', 'Too Many Requests'),
      { permanent: false, retryAfter: 90 },
    ],
    ['too many, as 1.1 says it', 429, old(88, 'Rate limit exceeded'), { permanent: false, retryAfter: 90 }],
    ['for trouble of its own', 503, null, { permanent: false, retryAfter: null, message: 'HTTP 503' }],
    ['for being over capacity', 400, old(130, 'Over capacity'), { permanent: false, retryAfter: null }],
    [
      'what it does not understand',
      400,
      problem('Invalid Request', 'One or more parameters'),
      { permanent: true },
    ],
    ['what is no JSON', 404, null, { permanent: true, message: 'HTTP 404' }],
  ])('%s', (_, status, body, expected) => {
    expect(refusalOf(status, { date: now, 'x-rate-limit-reset': String(seconds + 90) }, body)).toMatchObject(
      expected,
    );
  });

  test.each([
    ['no header', {}, 900],
    ['a time that is over', { date: now, 'x-rate-limit-reset': String(seconds - 5) }, 1],
    ['no clock', { 'x-rate-limit-reset': String(seconds + 5) }, 900],
    [
      'the limit of a day that is used up',
      {
        date: now,
        'x-rate-limit-reset': String(seconds + 5),
        'x-app-limit-24hour-reset': String(seconds + 500),
        'x-app-limit-24hour-remaining': '0',
      },
      500,
    ],
    [
      'the limit of a day that is not',
      {
        date: now,
        'x-rate-limit-reset': String(seconds + 5),
        'x-app-limit-24hour-reset': String(seconds + 500),
        'x-app-limit-24hour-remaining': '7',
      },
      5,
    ],
  ])('waits with %s', (_, headers, retryAfter) => {
    expect(refusalOf(429, headers, null)).toMatchObject({ retryAfter });
  });
});

import { pino } from 'pino';
import { expect, test } from 'vitest';
import { errorAnswer } from './error-answer.ts';

const log = pino({ level: 'silent' });
const error = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall });

test.each([
  ['the server going down', error('57P01'), 503],
  ['its port closed', error('ECONNREFUSED', 'connect'), 503],
  ['its socket file gone', error('ENOENT', 'connect'), 503],
  ['a file that is missing', error('ENOENT', 'open'), 500],
  ['anything else', new Error('x'), 500],
])('%s answers what is true of it', (_, thrown, status) => {
  expect(errorAnswer(thrown, log).status).toBe(status);
});

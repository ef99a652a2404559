import { Writable } from 'node:stream';
import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { errorInLine } from './error-in-log.ts';
import { createLog } from './log.ts';

/** What comes out for what is logged. */
function logged(entry: object): string {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  createLog('info', to).warn(entry, 'said');
  return lines.join('');
}

const databaseError = (message: string, fields: object) =>
  Object.assign(new DatabaseError(message, message.length, 'error'), { severity: 'ERROR', ...fields });

test('fields with the names of secrets are blanked', () => {
  const line = logged({ password: 'p1', request: { token: 'p2', headers: { cookie: 'p3' } }, page: 'home' });
  expect(line).not.toMatch(/p[123]/);
  expect(line).toContain('home');
});

test('an error of the database keeps where it happened, and loses the row', () => {
  const error = databaseError(
    'null value in column "seq" of relation "messages" violates not-null constraint',
    {
      code: '23502',
      table: 'messages',
      column: 'seq',
      detail: 'Failing row contains (1, my deposit is missing).',
      where: 'COPY messages, line 1: "my deposit is missing"',
      internalQuery: "select 'my deposit is missing'",
      parameters: ['my deposit is missing'],
    },
  );
  for (const entry of [{ err: error }, { err: new Error('not written', { cause: error }) }, { error }]) {
    expect(logged(entry)).not.toContain('deposit');
    expect(logged(entry)).toContain('violates not-null constraint');
  }
  expect(JSON.parse(logged({ err: error }))).toMatchObject({
    err: { code: '23502', table: 'messages', column: 'seq', stack: expect.stringContaining('log.test.ts') },
  });
});

test('a value that the database cannot take is not repeated', () => {
  const error = databaseError('invalid input syntax for type uuid: "my deposit"', { code: '22P02' });
  for (const err of [error, new Error('not written', { cause: error })]) {
    expect(logged({ err })).not.toContain('deposit');
    expect(logged({ err })).toContain('invalid input syntax for type uuid: [value]');
  }
});

test('an error of the mail server keeps its code, and loses for whom the letter was', () => {
  const response = '550 5.1.1 <linh.nguyen@example.com> User unknown';
  const err = Object.assign(new Error(`Can't send mail - all recipients were rejected: ${response}`), {
    code: 'EENVELOPE',
    responseCode: 550,
    command: 'RCPT TO',
    response,
    rejected: ['linh.nguyen@example.com'],
    rejectedErrors: [new Error(response)],
  });
  expect(logged({ err })).not.toContain('linh');
  expect(JSON.parse(logged({ err }))).toMatchObject({
    err: { code: 'EENVELOPE', responseCode: 550, message: expect.stringContaining('User unknown') },
  });
});

test.each([
  {
    error: databaseError('null value in column "seq" violates not-null constraint', {
      code: '23502',
      table: 'messages',
      column: 'seq',
      detail: 'Failing row contains (1, my deposit is missing).',
    }),
    kept: 'DatabaseError: null value in column "seq" violates not-null constraint (code 23502, severity ERROR, table messages, column seq)',
  },
  {
    error: databaseError('invalid input syntax for type uuid: "my deposit"', { code: '22P02' }),
    kept: 'DatabaseError: invalid input syntax for type uuid: [value] (code 22P02, severity ERROR)',
  },
  {
    error: Object.assign(new TypeError('linh.nguyen@example.com is unknown'), { code: 'EENVELOPE' }),
    kept: 'TypeError: [address] is unknown (code EENVELOPE)',
  },
  { error: new Error('the mail server is gone'), kept: 'Error: the mail server is gone' },
  { error: 'no room for linh.nguyen@example.com', kept: 'no room for [address]' },
])('in a line that is kept, an error says as little of people: $kept', ({ error, kept }) => {
  expect(errorInLine(error)).toBe(kept);
});

test('what is no error is logged as it is', () => {
  expect(JSON.parse(logged({ error: 'connection lost' }))).toMatchObject({ error: 'connection lost' });
});

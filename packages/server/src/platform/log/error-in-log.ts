import { stdSerializers } from 'pino';

/** What else of an error may stand in a log: where and of what kind it was, never with which values. */
const telling = [
  'code',
  'errno',
  'syscall',
  'severity',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'routine',
  'responseCode',
  'command',
] as const;

/**
 * An error as it is logged: its type, message and stack with those of its causes, and the fields that say nothing of people. What
 * PostgreSQL adds (`detail` is the failing row), what a mail server answered and whom a letter was for are left out; in messages,
 * addresses and the values that PostgreSQL quotes are blanked.
 */
export function errorInLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = stdSerializers.err(error);
  const clean = (text: string) => withoutAddresses(causesOf(error).reduce(withoutValues, text));
  return {
    type,
    message: clean(message),
    stack: clean(stack ?? ''),
    ...Object.fromEntries(tellingOf(error)),
  };
}

/**
 * The same in one line without the stack, for where errors are kept and shown to operators:
 * `DatabaseError: null value in column "seq" ... (code 23502, table messages)`. It can be kept: what PostgreSQL takes in no text is left
 * out, since whatever fails to note a failure comes round for ever.
 */
export const errorInLine = (error: unknown): string => lineOf(error).replaceAll('\u0000', '').toWellFormed();

function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return withoutAddresses(String(error));
  const { type, message } = stdSerializers.err(error);
  const text = withoutAddresses(causesOf(error).reduce(withoutValues, message));
  const rest = tellingOf(error).map(([name, value]) => `${name} ${value}`);
  return rest.length > 0 ? `${type}: ${text} (${rest.join(', ')})` : `${type}: ${text}`;
}

function tellingOf(error: Error): Array<[string, string | number]> {
  const fields = new Map<string, unknown>(Object.entries(error));
  return telling.flatMap((name): Array<[string, string | number]> => {
    const value = fields.get(name);
    return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
  });
}

/** The error and what caused it, which its message and stack hold too. */
function causesOf(error: Error): Error[] {
  const causes = [error];
  for (let cause = error.cause; cause instanceof Error && !causes.includes(cause); cause = cause.cause)
    causes.push(cause);
  return causes;
}

/** A text with the e-mail addresses in it blanked. */
export const withoutAddresses = (text: string) =>
  text.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '[address]');

/** PostgreSQL ends a message about a value that it cannot take with that value (SQLSTATE class 22). */
function withoutValues(text: string, { message, ...fields }: Error): string {
  const { code } = fields as { code?: unknown };
  const named = /^[^"]*(?=")/.exec(message)?.[0];
  if (typeof code !== 'string' || !/^22...$/.test(code) || named === undefined) return text;
  return text.replaceAll(message, `${named}[value]`);
}

import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { errorInLog } from './error-in-log.ts';

export type Log = Logger;

/** Fields that must not reach a log: at the top of what is logged, or one or two levels down. */
const secret = [
  'password',
  'token',
  'identity',
  'antiPhishingCode',
  'browserKey',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
];

/**
 * A structured log (JSON lines, on standard output unless told otherwise) that blanks secrets by name and tells of errors without what
 * people wrote.
 */
export function createLog(level: string, to: DestinationStream = destination({ fd: 1, sync: false })): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorInLog, error: errorInLog },
      redact: {
        paths: secret.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: '[secret]',
      },
    },
    to,
  );
}

import { destination, type Logger, pino } from 'pino';

export type Log = Logger;

/** Fields that must not reach a log, wherever they stand in what is logged. */
const secret = [
  'password',
  'token',
  'identity',
  'browserKey',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
];

/** A structured log (JSON lines on standard output) that blanks secrets by name. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: secret.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: '[secret]',
      },
    },
    destination({ fd: 1, sync: false }),
  );
}

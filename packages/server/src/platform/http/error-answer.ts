import { type ErrorBody, errorCatalogue } from '@fairlead/contract';
import { ZodError } from 'zod';
import { newId } from '../crypto/ids.ts';
import { Failure, fail } from '../fail.ts';
import type { Log } from '../log/log.ts';

/** The error as the wire carries it. What is not a Failure is logged under a reference and says nothing of itself. */
export function errorAnswer(error: unknown, log: Log): { status: number; body: ErrorBody } {
  const failure = failureOf(error, log);
  return {
    status: errorCatalogue[failure.code].status,
    body: { error: { code: failure.code, params: failure.params } },
  };
}

function failureOf(error: unknown, log: Log): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof ZodError) {
    return fail('request.invalid', { field: error.issues[0]?.path.join('.') || 'body' });
  }
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return fail('request.too_large', { limitMegabytes: 1 });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return fail('request.invalid', { field: 'body' });
  }
  if (isConnectionLoss(error as NodeJS.ErrnoException)) {
    log.error({ err: error }, 'database unavailable');
    return fail('server.unavailable');
  }
  const reference = newId().slice(-12);
  log.error({ err: error, reference }, 'unexpected');
  return fail('server.unexpected', { reference });
}

// Class 57P is the server going down, 53300 too many connections; the rest are the socket's, of which a missing file is one only where it was to be connected to.
function isConnectionLoss({ code, syscall }: NodeJS.ErrnoException): boolean {
  return (
    code !== undefined &&
    (/^(57P|08|53300)/.test(code) ||
      ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code) ||
      (code === 'ENOENT' && syscall === 'connect'))
  );
}

import type { ServiceAnswer } from '../../../platform/service/service.ts';
import { readJson } from './read-json.ts';

/** The exchange answered, and refused. The code is its own. */
export class HtxError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = 'HtxError';
    this.code = code;
  }
}

const object = (value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('no JSON object');
  return value as Record<string, unknown>;
};

/**
 * What is inside of an answer, in either envelope: `{"status":"ok","data"|"tick":...}` of the older endpoints and `{"code":200,"data":...}` of the
 * newer ones. Throws HtxError for a refusal, and what JSON.parse throws.
 */
export function openEnvelope({ text, status: httpStatus }: Pick<ServiceAnswer, 'text' | 'status'>): unknown {
  const body = object(readJson(text));
  const { status, code } = body;
  if (status === 'error')
    throw new HtxError(String(body['err-code'] ?? 'unknown'), String(body['err-msg'] ?? ''));
  if (status === 'ok') return body['tick'] ?? body['data'];
  if (code === '200') return body['data'];
  if (code !== undefined) throw new HtxError(String(code), String(body['message'] ?? ''));
  throw new Error(`no envelope, status ${httpStatus}`);
}

const wrongTime = /submission time|time format|timestamp/i;
const notThere = new Set([
  'base-record-invalid',
  'base-symbol-error',
  'account-get-accounts-inexistent-error',
]);

/** What a refusal means to whoever asked. */
export function meaningOf({
  code,
  message,
}: HtxError): 'not_found' | 'rate_limited' | 'wrong_time' | 'unavailable' {
  if (/too-many-request/.test(code) || code === '429') return 'rate_limited';
  if (/signature|^1003$/.test(code) && wrongTime.test(message)) return 'wrong_time';
  if (notThere.has(code)) return 'not_found';
  // These name the parameter; ours can only be wrong in what was asked for.
  if (code === 'invalid-parameter' && /symbol/.test(message)) return 'not_found';
  if (code === '2002' && /currency|field value/.test(message)) return 'not_found';
  return 'unavailable';
}

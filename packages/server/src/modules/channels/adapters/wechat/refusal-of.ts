import { SendError } from '../../port.ts';

/** The token or what it was asked for with: https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html */
const signIn = new Set([40001, 40013, 40014, 40125, 40243, 41001, 41002, 41004, 42001, 42007]);
/** Not a matter of the message, and mended in time: busy, an address that is not on the account's list of IPs. */
const passing = new Set([-1, 40164, 61004, 61450, 65400]);
const minute = 60;
const hour = 3600;
/** Seconds after which a limit is worth another try: the one for a day is lifted at its end, or by an administrator. */
const limits: ReadonlyMap<number, number> = new Map([
  [45009, hour],
  [45011, minute],
]);

/** WeChat does not know this kind of message for accounts of this type. */
export const wrongAccountType = 40200;

/** A refusal of WeChat's by its number. */
export class WechatError extends SendError {
  readonly code: number;

  constructor(code: number, words: string) {
    super(...meaningOf(code, words));
    this.code = code;
  }
}

/**
 * What a refusal means for a message. The words stay WeChat's. Nothing else than time, a new token or an administrator mends passes; a customer who
 * has not written for 48 hours (45015) or since the last few answers (45047), does not follow (43004) or is none (40003), and content
 * that is refused stay refused until somebody tries again.
 */
function meaningOf(code: number, words: string): ConstructorParameters<typeof SendError> {
  const reason = `${words || 'refused'} (${code})`;
  if (signIn.has(code)) return [reason, { permanent: false, retryAfter: null, signInRefused: true }];
  const retryAfter = limits.get(code) ?? null;
  if (retryAfter !== null || passing.has(code)) return [reason, { permanent: false, retryAfter }];
  return [reason, { permanent: true }];
}

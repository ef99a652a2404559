/** What the older endpoints answer when something is wrong with the request; as the real ones, with HTTP status 200. */
export interface Refusal {
  readonly status: 'error';
  readonly ts: number;
  readonly 'err-code': string;
  readonly 'err-msg': string;
}

/** Market data: the channel's name and the moment beside the content. */
export function marketAnswer<T extends object>(now: number, channel: string, content: T) {
  return { ch: `market.${channel}`, status: 'ok' as const, ts: now, ...content };
}

export function refuse(now: number, code: string, message: string): Refusal {
  return { status: 'error', ts: now, 'err-code': code, 'err-msg': message };
}

/** The newer endpoints' envelope. */
export function answerV2<T>(data: T) {
  return { code: 200, message: 'success', data };
}

export function refuseV2(code: number, message: string) {
  return { code, message, data: null };
}

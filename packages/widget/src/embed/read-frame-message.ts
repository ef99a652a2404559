import { type FrameMessage, protocol } from './messages.ts';

/** What the frame said, each field checked, or undefined when it is not one of its messages. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  const it = Object(data) as Record<string, unknown>;
  const { p, t, unread, code, open, close, title } = it;
  const isText = (value: unknown) => typeof value === 'string';
  const sound =
    t === 'close' ||
    (t === 'error' && isText(code)) ||
    (t === 'launcher' && typeof unread === 'number' && [open, close, title].every(isText));
  return p === protocol && sound ? (it as FrameMessage) : undefined;
}

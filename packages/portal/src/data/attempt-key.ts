import { secret } from '@fairlead/widget/session/secret';

/** What was sent last without an answer, and under which key. */
export interface Attempt {
  key: string;
  content: string;
}

/**
 * The attempt to send this content: the one before, if it was the same, so that what the server has taken already is not written twice;
 * otherwise a new one.
 */
export function attemptAt(content: unknown, before: Attempt | null): Attempt {
  const text = JSON.stringify(content);
  return before?.content === text ? before : { key: secret(16), content: text };
}

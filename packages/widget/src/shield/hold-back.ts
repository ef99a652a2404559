import type { lookAt } from './shield-part.tsx';

interface Part {
  readonly lookAt: typeof lookAt;
}
/** What shows why a text is held back; nothing where it may go. */
export type Held = Awaited<ReturnType<typeof lookAt>> | undefined;

let part: Promise<Part | undefined> | undefined;

/** Fetches what looks for secrets, once: it is wanted as soon as somebody writes. */
export const fetchShield = (): Promise<Part | undefined> =>
  (part ??= import('./shield-part.tsx').catch(() => (part = undefined)));

/** Looks for secrets in a text before it leaves. What cannot be looked at within four seconds goes: the server removes them too. */
export const holdBack = (text: string): Promise<Held> =>
  Promise.race([
    fetchShield().then((it) => it?.lookAt(text)),
    new Promise<undefined>((resolve) => setTimeout(resolve, 4000)),
  ]);

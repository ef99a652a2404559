import type { Locale, RemovedKind } from '@fairlead/contract';
import { type FoundSecret, isRemoved } from '@fairlead/shield';

/** Where something was held back. */
export interface HeldPlace {
  readonly channel: 'chat' | 'portal';
  readonly locale: Locale;
}

/**
 * Tells the server that something was held back: which kinds, where, in which language. Nothing of the text, nobody's name, no cookie; and where it does not
 * arrive nothing is lost but a count.
 */
export function tellHeldBack(found: readonly FoundSecret[], { channel, locale }: HeldPlace): void {
  const kinds = [...new Set(found.map((it) => it.kind))].filter((kind): kind is RemovedKind =>
    isRemoved(kind),
  );
  fetch('/api/shield/held-back', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kinds, channel, locale }),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    keepalive: true,
  }).catch(() => undefined);
}

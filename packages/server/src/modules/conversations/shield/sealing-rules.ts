import { type SealableKind, type ShieldSettings, sealableKinds } from '@fairlead/contract';
import type { SecretKind } from '@fairlead/shield';

const day = 24 * 3_600_000;

const isSealable = (kind: SecretKind): kind is SealableKind =>
  (sealableKinds as readonly SecretKind[]).includes(kind);

/**
 * Until when what was removed is kept sealed; null where nothing of it may be. That a kind is switched on is not enough: what opens a wallet, a password or
 * a code is kept by nobody, whatever the settings say. Pure.
 */
export function sealedUntil(
  kind: SecretKind,
  { sealedKinds, keepDays }: ShieldSettings,
  now: Date,
): Date | null {
  if (!isSealable(kind) || !sealedKinds.includes(kind)) return null;
  return new Date(now.getTime() + keepDays * day);
}

/** Whether a kind could be kept sealed at all. */
export const maybeSealed = isSealable;

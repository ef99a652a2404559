import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';

export type FileVariant = 'original' | 'preview';

const day = 86_400;

/**
 * An address that opens a file to whoever holds it, until the end of the next UTC day: between one and two days. It is the same
 * all day, so that browsers keep what they have.
 */
export function fileAddress(key: Uint8Array, id: string, variant: FileVariant, now: Date): string {
  return signedFor(key, `/files/${id}/${variant}`, now);
}

/** A path of ours as such an address. */
export function signedFor(key: Uint8Array, path: string, now: Date): string {
  const ends = (Math.floor(now.getTime() / 1000 / day) + 2) * day;
  const address = `${path}?e=${ends}`;
  return `${address}&s=${sign(key, address)}`;
}

/** Seconds for which a sensitive file, once opened, can be fetched. */
const opened = 300;

/** An address that opens a sensitive file for five minutes. Its `key` is another than that of addresses which are given out freely. */
export function openingAddress(key: Uint8Array, id: string, now: Date): { url: string; endsAt: Date } {
  return openFor(key, `/files/${id}/original`, now);
}

/** An address that opens a letter as it came for five minutes. */
export function sourceAddress(key: Uint8Array, id: string, now: Date): { url: string; endsAt: Date } {
  return openFor(key, `/letters/${id}/source`, now);
}

function openFor(key: Uint8Array, path: string, now: Date): { url: string; endsAt: Date } {
  const ends = Math.floor(now.getTime() / 1000) + opened;
  const address = `${path}?e=${ends}`;
  return { url: `${address}&s=${sign(key, address)}`, endsAt: new Date(ends * 1000) };
}

const addressForm =
  /^((?:\/files\/[0-9a-z-]+\/(?:original|preview)|\/letters\/[0-9a-z-]+\/source|\/help\/files\/[0-9a-f-]+\/[0-9a-z._-]+)\?e=(\d{1,12}))&s=([\w-]{43})$/;

/**
 * Whether an address (path and query, exactly as given out) is one of ours and has not ended. Every character counts: nothing
 * is decoded or normalised first.
 */
export function verifyFileAddress(key: Uint8Array, address: string, now: Date): boolean {
  const parts = addressForm.exec(address);
  const [, signed = '', ends = '', signature = ''] = parts ?? [];
  // As text: several texts decode to the same bytes, and only one was given out.
  const expected = Buffer.from(sign(key, signed));
  const given = Buffer.from(signature.padEnd(expected.length));
  return timingSafeEqual(given, expected) && now.getTime() / 1000 < Number(ends);
}

const sign = (key: Uint8Array, address: string): string =>
  createHmac('sha256', key).update(address).digest('base64url');

import { newDataKey, openFile, sealFile } from '../../platform/crypto/sealed-file.ts';
import type { Keys } from '../../platform/crypto/secrets.ts';
import { unwrapKey, type WrappedKey, wrapKey } from '../../platform/crypto/wrapped-key.ts';
import type { Reader } from '../../platform/database/database.ts';
import { findBody, type Payload } from './payload-store.ts';

/** A payload whose body lies open. */
export type OpenPayload = Payload & { readonly key: null };

/** The body of a payload as it is kept: under a data key of its own, and bound to the payload. */
export function sealBody(keys: Keys, id: string, body: Uint8Array): { body: Buffer; key: WrappedKey } {
  const dataKey = newDataKey();
  return { body: sealFile(dataKey, nameOf(id), body), key: wrapKey(keys, dataKey) };
}

/** The payload as it is kept. */
export function sealPayload(keys: Keys, payload: OpenPayload): Payload {
  const { body, key } = sealBody(keys, payload.id, payload.request.body);
  return { ...payload, request: { ...payload.request, body }, key };
}

/** The payload as it came. Throws when its key or its body is not what it was. */
export function openPayload(keys: Keys, payload: Payload): OpenPayload {
  const { id, request, key } = payload;
  return { ...payload, request: { ...request, body: openBody(keys, id, request.body, key) }, key: null };
}

/** The reverse of `sealBody`, also for a body that lies open. */
function openBody(keys: Keys, id: string, body: Uint8Array, key: WrappedKey | null): Uint8Array {
  return key === null ? body : openFile(unwrapKey(keys, key.dataKey), nameOf(id), body);
}

/** What was sent, as it came; undefined for what is not kept. Throws as `openPayload` does. */
export async function readPayloadBody(
  reader: Reader,
  keys: Keys,
  id: string,
): Promise<Uint8Array | undefined> {
  const found = await findBody(reader, id);
  return found && openBody(keys, id, found.body, found.key);
}

const nameOf = (id: string): string => `inbound_payloads/${id}`;

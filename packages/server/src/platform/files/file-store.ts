import type { Readable } from 'node:stream';

/** Bytes from `start` to `end`, both included; without an end, to the last. An end beyond the last byte means the last. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

/** Keeps bytes under keys such as `attachments/<id>/original`. What a key may be: see requireKey. */
export interface FileStore {
  /**
   * Keeps the bytes; what was there is replaced. Readers see the old bytes or the new ones, never a part, and when the promise is
   * kept a power cut does not undo it.
   */
  put(key: string, body: Uint8Array | Readable, options?: { type?: string }): Promise<void>;
  /**
   * The bytes, or those in the range, as a stream that must be read or destroyed; `size` is that of the whole file. Throws
   * FileMissing and RangeUnsatisfiable.
   */
  read(key: string, range?: ByteRange): Promise<{ stream: Readable; size: number }>;
  exists(key: string): Promise<boolean>;
  /** Removes the bytes for good. What is not there is removed already. */
  remove(key: string): Promise<void>;
  /** The keys that begin with the prefix, in no particular order. */
  list(prefix: string): AsyncIterable<string>;
}

/** There is nothing under the key. */
export class FileMissing extends Error {
  constructor(key: string, options?: ErrorOptions) {
    super(`no file ${key}`, options);
    this.name = 'FileMissing';
  }
}

/** The range begins beyond the last byte, or ends before it begins. */
export class RangeUnsatisfiable extends Error {
  constructor(key: string, options?: ErrorOptions) {
    super(`the range lies outside of ${key}`, options);
    this.name = 'RangeUnsatisfiable';
  }
}

const segment = '[a-z0-9][a-z0-9._-]{0,99}';
const keyPattern = new RegExp(`^${segment}(/${segment}){0,7}$`);
const prefixPattern = new RegExp(`^((${segment}/){0,7}(${segment})?)?$`);

/**
 * Throws unless the text can be a key: up to eight parts of lower-case letters, digits, `.`, `_` and `-`, none beginning with
 * anything but a letter or digit. So no key climbs out of its folder, none is hidden, and none is the same as another on disks
 * that do not tell cases apart.
 */
export function requireKey(key: string): void {
  if (!keyPattern.test(key)) throw new TypeError(`not a key of a file: ${JSON.stringify(key)}`);
}

/** Throws unless keys can begin with the text. Nothing at all is a prefix of all. */
export function requirePrefix(prefix: string): void {
  if (!prefixPattern.test(prefix)) throw new TypeError(`not a prefix of files: ${JSON.stringify(prefix)}`);
}

/** Throws RangeUnsatisfiable for a range that no file could have. */
export function requireRange(key: string, range: ByteRange): void {
  const { start, end = start } = range;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start)
    throw new RangeUnsatisfiable(key);
}

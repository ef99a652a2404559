const encoder = new TextEncoder();
const decoder = new TextDecoder();

type NumberArray = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float32Array;

/**
 * Arrays as bytes, little-endian: the mark, which says what kind of file it is and of which form; the head's length and the head as JSON; then the arrays, each
 * at a multiple of four from the head's beginning.
 */
export function packArrays(mark: string, head: unknown, arrays: readonly NumberArray[]): Uint8Array {
  const headBytes = encoder.encode(JSON.stringify(head));
  const begin = [encoder.encode(mark), bytesOf(Uint32Array.of(headBytes.length))];
  const rest = [headBytes, ...arrays.map(bytesOf)];
  const size = begin.reduce((sum, it) => sum + it.length, 0);
  const bytes = new Uint8Array(padded(rest.reduce((sum, it) => sum + padded(it.length), size)));
  let offset = 0;
  for (const part of begin) {
    bytes.set(part, offset);
    offset += part.length;
  }
  for (const part of rest) {
    bytes.set(part, offset);
    offset += padded(part.length);
  }
  return bytes;
}

/** Takes arrays out of what `packArrays` made, in the order in which they were put in, each with as many bytes as are asked for. */
export interface PackedArrays<Head> {
  readonly head: Head;
  readonly take: (bytes: number) => ArrayBuffer;
}

/** Reads what `packArrays` made with this mark. Throws on anything else. */
export function unpackArrays<Head>(mark: string, file: Uint8Array): PackedArrays<Head> {
  // Of whatever kind it is: a slice of a Buffer would be no copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  if (decoder.decode(bytes.subarray(0, mark.length)) !== mark)
    throw new Error(`these bytes are no ${mark.trim()}`);
  let offset = mark.length;
  const take = (length: number): ArrayBuffer => {
    if (offset + length > bytes.length) throw new Error('the file ends too early');
    // A copy begins at a multiple of four, whatever the bytes lie in.
    const part = bytes.slice(offset, offset + length);
    offset += padded(length);
    return part.buffer;
  };
  const headLength = new DataView(bytes.buffer, bytes.byteOffset + offset).getUint32(0, true);
  offset += 4;
  return { head: JSON.parse(decoder.decode(take(headLength))) as Head, take };
}

const padded = (length: number) => Math.ceil(length / 4) * 4;
const bytesOf = (array: NumberArray) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

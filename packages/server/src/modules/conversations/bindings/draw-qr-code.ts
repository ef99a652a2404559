import { createRequire } from 'node:module';
import type * as library from 'qrcode';

const require = createRequire(import.meta.url);

/** The quiet zone that readers need around a code, in squares. */
const margin = 3;

/** A QR code of a text: a field of so many squares a side, and the dark ones as the path of an SVG. Pure. */
export function drawQrCode(text: string): { size: number; path: string } {
  // With the first code: its writers of files, which nobody needs, come along.
  const { create } = require('qrcode') as typeof library;
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column + margin} ${row + margin}h1v1h-1z`;
  return { size: modules.size + 2 * margin, path };
}

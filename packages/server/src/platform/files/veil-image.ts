import type { Buffer } from 'node:buffer';
import { loadSharp } from './load-sharp.ts';

/** Pixels: enough for colours and shape, too few for a letter, a number or a face. */
const veiledPixels = 12;

/** What a picture looks like through a thick veil (WebP): nothing in it can be read or recognised. */
export async function veilImage(bytes: Uint8Array): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: 50_000_000 })
    .resize({ width: veiledPixels, height: veiledPixels, fit: 'inside' })
    .blur(1)
    .webp({ quality: 60 })
    .timeout({ seconds: 30 })
    .toBuffer();
}

import type { Buffer } from 'node:buffer';
import type { Sharp, SharpOptions } from 'sharp';
import { loadSharp } from './load-sharp.ts';
import type { AttachmentType } from './sniff-type.ts';
import { createTurnstile } from './turnstile.ts';

/** An image as we keep it. */
export interface AcceptedImage {
  readonly body: Buffer;
  /** WebP, at most 480 pixels on either side; the first picture of an animation. */
  readonly preview: Buffer;
  /** Pixels as people see them, after turning. */
  readonly width: number;
  readonly height: number;
}

const previewPixels = 480;
const seconds = 30;
/** Over all pictures of an animation. A few kilobytes can claim to be billions. */
const maximumPixels = 50_000_000;

const formats: Partial<Record<AttachmentType, { name: string; encode: (image: Sharp) => Sharp }>> = {
  'image/png': { name: 'png', encode: (image) => image.png({ compressionLevel: 7 }) },
  'image/jpeg': { name: 'jpeg', encode: (image) => image.jpeg({ quality: 88 }) },
  'image/webp': { name: 'webp', encode: (image) => image.webp({ quality: 88, effort: 1 }) },
  'image/gif': { name: 'gif', encode: (image) => image.gif({ effort: 3 }) },
};

const turnstile = createTurnstile(2);

/**
 * Draws an image anew in its own format: what the picture shows, turned upright, in sRGB, and nothing else that was in the file
 * (place, camera, author, colour profile, comments, bytes after the end). Null when the bytes are damaged, are not of that type,
 * or hold more than 50 megapixels.
 */
export async function acceptImage(bytes: Uint8Array, type: AttachmentType): Promise<AcceptedImage | null> {
  const format = formats[type];
  if (!format) throw new TypeError(`${type} is not a type of image`);
  return turnstile(() => draw(bytes, format).catch(() => null));
}

async function draw(
  bytes: Uint8Array,
  format: { name: string; encode: (image: Sharp) => Sharp },
): Promise<AcceptedImage | null> {
  const options: SharpOptions = { limitInputPixels: maximumPixels, failOn: 'error' };
  const sharp = await loadSharp();
  const read = await sharp(bytes, { ...options, animated: true }).metadata();
  if (read.format !== format.name) return null;
  // An animation has no way up: it is drawn as it is.
  const animated = (read.pages ?? 1) > 1;
  const image = animated ? sharp(bytes, { ...options, animated }) : sharp(bytes, options).autoOrient();
  const { data: body, info } = await format
    .encode(image)
    .timeout({ seconds })
    .toBuffer({ resolveWithObject: true });
  const preview = await sharp(bytes, options)
    .autoOrient()
    .resize({ width: previewPixels, height: previewPixels, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .timeout({ seconds })
    .toBuffer();
  return { body, preview, width: info.width, height: info.pageHeight ?? info.height };
}

import sharp from 'sharp';
import type { Rectangle } from './word.ts';

/** A picture in shades of grey, one byte each, rows from the top, dark letters on a light ground. */
export interface GreyPicture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Over all; uploads are no larger. */
const maximumPixels = 50_000_000;
/** Pixels of the shorter side at which the letters of screens are read best, and of the whole, so that no picture takes long. */
const shorter = { least: 1000, most: 1500 };
const mostPixels = 4_000_000;
const seconds = 20;

/** What is no picture, is damaged, or has more than 50 megapixels. */
export class UnreadablePicture extends Error {}

/** Draws a picture grey. Throws UnreadablePicture. */
export async function drawGrey(bytes: Uint8Array): Promise<GreyPicture> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: maximumPixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#fff' })
      .greyscale()
      .timeout({ seconds })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { pixels: data, width: info.width, height: info.height };
  } catch (error) {
    throw new UnreadablePicture(error instanceof Error ? error.message : String(error));
  }
}

/** The whole as large as its letters are read best. */
export function readable(picture: GreyPicture): Promise<GreyPicture> {
  const { width, height } = picture;
  const side = Math.min(width, height);
  const wanted = Math.min(Math.max(side, shorter.least), shorter.most) / side;
  const factor = Math.min(wanted, Math.sqrt(mostPixels / (width * height)), 3);
  return redraw(picture, { left: 0, top: 0, right: width, bottom: height }, factor);
}

/** A part of it, enlarged or reduced. */
export async function redraw(
  { pixels, width, height }: GreyPicture,
  { left, top, right, bottom }: Rectangle,
  factor: number,
): Promise<GreyPicture> {
  const [wide, high] = [right - left, bottom - top];
  const part = sharp(pixels, { raw: { width, height, channels: 1 } }).extract({
    left,
    top,
    width: wide,
    height: high,
  });
  const { channels } = await part.clone().stats();
  const image = part
    .resize({
      width: Math.max(1, Math.round(wide * factor)),
      height: Math.max(1, Math.round(high * factor)),
      fit: 'fill',
      kernel: 'cubic',
    })
    .normalise();
  // Screens in dark colours.
  const turned = (channels[0]?.mean ?? 255) < 128 ? image.negate() : image;
  const { data, info } = await turned.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

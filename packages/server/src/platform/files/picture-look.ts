import { loadSharp } from './load-sharp.ts';

/** Cells on either side of a look, whatever the shape of its picture. */
export const lookSide = 192;
/** Of so little contrast (mean difference of neighbouring cells, of 255) there is next to nothing to compare. */
const plainest = 1;
const maximumPixels = 50_000_000;
const seconds = 20;

/** A picture drawn small: 192 by 192 cells of grey, one byte each, rows from the top. Too small for the smaller words of a screenshot to be read. */
export type PictureLook = Uint8Array;

/** The look of a picture; null where it is too plain to be told from others. Throws for what is no picture. */
export async function lookAt(picture: Uint8Array): Promise<PictureLook | null> {
  const sharp = await loadSharp();
  const look = await sharp(picture, { limitInputPixels: maximumPixels })
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(lookSide, lookSide, { fit: 'fill', kernel: 'cubic' })
    .timeout({ seconds })
    .raw()
    .toBuffer();
  return contrastOf(look) < plainest ? null : look;
}

function contrastOf(look: PictureLook): number {
  let sum = 0;
  for (let at = 1; at < look.length; at++) sum += Math.abs((look[at] ?? 0) - (look[at - 1] ?? 0));
  return sum / look.length;
}

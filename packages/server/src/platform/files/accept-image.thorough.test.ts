import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { acceptImage } from './accept-image.ts';
import type { AttachmentType } from './sniff-type.ts';

const author = 'Somebody Particular';
const exif = {
  IFD0: { Artist: author, Make: 'CameraMaker' },
  IFD3: {
    GPSLatitude: '51/1 30/1 3230/100',
    GPSLatitudeRef: 'N',
    GPSLongitude: '0/1 7/1 4366/100',
    GPSLongitudeRef: 'W',
  },
};
const stillFormats = ['png', 'jpeg', 'webp'] as const;

/** Left half red, right half blue: which way up it is can be seen. */
const picture = (width = 64, height = 32) =>
  sharp({ create: { width, height, channels: 3, background: '#f00' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#00f' } },
      left: width / 2,
      top: 0,
    },
  ]);

async function colourAt(bytes: Buffer, left: number, top: number): Promise<'red' | 'blue' | 'other'> {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [red = 0, , blue = 0] = data;
  return red > 200 && blue < 60 ? 'red' : blue > 200 && red < 60 ? 'blue' : 'other';
}

/** An animation whose pictures have the given grey levels. */
async function animation(
  format: 'gif' | 'webp',
  greys: number[],
  [width, height] = [40, 24],
): Promise<Buffer> {
  const pictures = greys.map((grey) =>
    sharp({ create: { width, height, channels: 3, background: { r: grey, g: grey, b: 255 - grey } } })
      .png()
      .toBuffer(),
  );
  const joined = sharp(await Promise.all(pictures), { join: { animated: true } });
  const delay = greys.map((_, index) => 50 + index * 10);
  return format === 'gif'
    ? joined.gif({ delay, loop: 3 }).toBuffer()
    : joined.webp({ delay, loop: 3 }).toBuffer();
}

describe.each(stillFormats)('%s', (format) => {
  const type = `image/${format}` as AttachmentType;

  test('is drawn anew in its format, without place, author, profile and comments', async () => {
    const source = await picture()
      .withExif(exif)
      .withIccProfile('p3')
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${author}</x:xmpmeta>`)
      .toFormat(format)
      .toBuffer();
    const before = await sharp(source).metadata();
    expect(before.exif?.includes('CameraMaker') && before.icc && before.xmp).toBeTruthy();
    expect(source.includes(author)).toBe(true);

    const image = await acceptImage(Buffer.concat([source, Buffer.from(`<script>${author}</script>`)]), type);
    expect(image).toMatchObject({ width: 64, height: 32 });
    for (const bytes of [image?.body, image?.preview]) {
      const after = await sharp(bytes).metadata();
      expect([after.exif, after.icc, after.xmp, after.iptc, after.comments]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(bytes?.includes(author)).toBe(false);
      expect(bytes?.includes('GPS') || bytes?.includes('Exif')).toBe(false);
    }
    expect((await sharp(image?.body).metadata()).format).toBe(format);
    expect((await sharp(image?.preview).metadata()).format).toBe('webp');
  });

  test('is turned upright for good', async () => {
    const source = await picture().withMetadata({ orientation: 6 }).toFormat(format).toBuffer();
    const image = await acceptImage(source, type);
    expect(image).toMatchObject({ width: 32, height: 64 });
    const body = image?.body as Buffer;
    expect((await sharp(body).metadata()).orientation).toBeUndefined();
    expect([await colourAt(body, 16, 4), await colourAt(body, 16, 60)]).toEqual(['red', 'blue']);
    expect([
      await colourAt(image?.preview as Buffer, 16, 4),
      await colourAt(image?.preview as Buffer, 16, 60),
    ]).toEqual(['red', 'blue']);
  });

  test('is refused when it is cut off or is of another type', async () => {
    const noise = sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
        background: '#000',
      },
    });
    const source = await noise.toFormat(format).toBuffer();
    expect(await acceptImage(source, type)).not.toBeNull();
    expect(await acceptImage(source.subarray(0, source.length / 2), type)).toBeNull();
    expect(await acceptImage(source, format === 'png' ? 'image/jpeg' : 'image/png')).toBeNull();
  });
});

test('an animated GIF and WebP keep their pictures, times and loops; the preview stands still', async () => {
  for (const format of ['gif', 'webp'] as const) {
    const source = await animation(format, [0, 90, 180, 255]);
    const image = await acceptImage(source, `image/${format}`);
    expect(image, format).toMatchObject({ width: 40, height: 24 });
    const kept = await sharp(image?.body, { animated: true }).metadata();
    expect(kept, format).toMatchObject({
      format,
      pages: 4,
      loop: 3,
      delay: [50, 60, 70, 80],
      pageHeight: 24,
    });
    expect((await sharp(image?.preview, { animated: true }).metadata()).pages ?? 1).toBe(1);
  }
});

test('comments in a GIF and texts in a PNG do not stay', async () => {
  const gif = await animation('gif', [0, 255]);
  const comment = Buffer.concat([
    Buffer.from([0x21, 0xfe, author.length]),
    Buffer.from(author),
    Buffer.from([0]),
  ]);
  const commented = Buffer.concat([gif.subarray(0, -1), comment, gif.subarray(-1)]);
  const drawn = await acceptImage(commented, 'image/gif');
  expect(drawn?.body.includes(author)).toBe(false);

  const png = await picture().png().toBuffer();
  const text = chunk('tEXt', Buffer.from(`Author\0${author}`));
  const texted = Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]);
  expect((await sharp(texted).metadata()).comments).toHaveLength(1);
  expect((await acceptImage(texted, 'image/png'))?.body.includes(author)).toBe(false);
});

test('transparency stays, and colours of other spaces become those of screens', async () => {
  const clear = await sharp({
    create: { width: 10, height: 10, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
  })
    .png()
    .toBuffer();
  expect((await sharp((await acceptImage(clear, 'image/png'))?.body).metadata()).hasAlpha).toBe(true);
  const printed = await picture().toColourspace('cmyk').jpeg().toBuffer();
  expect((await sharp(printed).metadata()).space).toBe('cmyk');
  expect((await sharp((await acceptImage(printed, 'image/jpeg'))?.body).metadata()).space).toBe('srgb');
});

test('the preview is at most 480 pixels on either side, and never larger than the image', async () => {
  const sizeOf = async (width: number, height: number) => {
    const image = await acceptImage(await picture(width, height).jpeg().toBuffer(), 'image/jpeg');
    const { width: w, height: h } = await sharp(image?.preview).metadata();
    return [w, h];
  };
  expect(await sizeOf(1600, 800)).toEqual([480, 240]);
  expect(await sizeOf(300, 1200)).toEqual([120, 480]);
  expect(await sizeOf(100, 50)).toEqual([100, 50]);
});

test('a small file that unfolds to more than 50 megapixels is refused', async () => {
  const large = blankPng(8000, 6400);
  expect(large.length).toBeLessThan(20_000);
  expect(await sharp(large, { limitInputPixels: false }).metadata()).toMatchObject({
    width: 8000,
    height: 6400,
  });
  expect(await acceptImage(large, 'image/png')).toBeNull();
  expect(await acceptImage(blankPng(800, 640), 'image/png')).toMatchObject({ width: 800, height: 640 });
  // The pictures of an animation count together, though each alone would pass.
  expect(await acceptImage(await repeatedGif(2500, 2000, 11), 'image/gif')).toBeNull();
  expect(await acceptImage(await repeatedGif(50, 40, 11), 'image/gif')).toMatchObject({
    width: 50,
    height: 40,
  });
});

test('bytes that are no image are refused, and asking for what is no image is a mistake', async () => {
  expect(await acceptImage(Buffer.from('not an image'), 'image/png')).toBeNull();
  expect(await acceptImage(Buffer.alloc(0), 'image/gif')).toBeNull();
  await expect(acceptImage(Buffer.from('%PDF-1.7'), 'application/pdf')).rejects.toThrow(TypeError);
});

test('many at once all come through', async () => {
  const source = await picture().jpeg().toBuffer();
  const images = await Promise.all(Array.from({ length: 12 }, () => acceptImage(source, 'image/jpeg')));
  expect(images.every((image) => image?.width === 64)).toBe(true);
});

/** One bit a pixel, all black: eight pixels a byte, which compress a thousandfold. */
function blankPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An animation that repeats one picture. Put together by hand, since drawing it would take long. */
async function repeatedGif(width: number, height: number, pictures: number): Promise<Buffer> {
  const one = await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .gif({ effort: 1, colours: 2 })
    .toBuffer();
  // After the header: the screen (7 bytes), whose fifth tells the size of the colour table; at the end: one byte.
  const flags = one.readUInt8(10);
  const start = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const picture = one.subarray(start, -1);
  return Buffer.concat([
    one.subarray(0, start),
    ...Array.from({ length: pictures }, () => picture),
    one.subarray(-1),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

import { qrPath } from '../access/qr-path.ts';

/** As wide, at least, as it takes to be printed a hand large, in pixels. */
const width = 1200;

/** A QR code as a picture of lines, which stays sharp at any size. Pure. */
export function svgOf(text: string): string {
  const { size, path } = qrPath(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${width}" height="${width}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  );
}

/** The same as a picture of dots: each square so many whole pixels wide. */
export async function pictureOf(text: string): Promise<Blob> {
  const { size, path } = qrPath(text);
  const scale = Math.ceil(width / size);
  const canvas = document.createElement('canvas');
  canvas.width = size * scale;
  canvas.height = size * scale;
  const drawing = canvas.getContext('2d');
  if (!drawing) throw new Error('the browser draws no picture');
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.scale(scale, scale);
  drawing.fillStyle = '#000';
  drawing.clip(new Path2D(path));
  drawing.fillRect(0, 0, size, size);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser makes no picture'))),
      'image/png',
    ),
  );
}

import sharp from 'sharp';

/** A screenshot of one application's page: the same bars and labels each time, other values (drawn as strokes, so that no font is needed). */
export function drawScreenshot(seed: number): Promise<Buffer> {
  let state = seed * 7919 + 13;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
  const fixed = [7, 11, 5, 13, 9, 12, 8, 10, 6];
  const stroke = (x: number, y: number, size: number) =>
    `<rect x="${x}" y="${y}" width="${size}" height="26" fill="#222"/>`;
  const rows = fixed.map((letters, row) => {
    const y = 420 + row * 140;
    const label = Array.from({ length: letters }, (_, at) => stroke(40 + at * 22, y, 6 + ((at * 5) % 9)));
    const values = Array.from({ length: 22 }, (_, at) => stroke(500 + at * 24, y, 4 + next(17)));
    return [...label, ...values].join('');
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1920"><rect width="1080" height="1920" fill="#fff"/><rect width="1080" height="110" fill="#eee"/><rect x="330" y="180" width="420" height="60" fill="#0a766e"/>${rows.join('')}<rect y="1780" width="1080" height="140" fill="#0a766e"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { createOCREngine, layoutFlags, supportsFastBuild } from 'tesseract-wasm';
import type { GreyPicture } from './grey-picture.ts';
import { dataFile, type ReadingModel } from './language-data.ts';
import type { Word } from './word.ts';

/** Reads words with what Tesseract learned of one language. */
export interface ReadingEngine {
  /** The words of a picture, line by line. */
  words(picture: GreyPicture): Word[];
  /** One line, of these characters only. */
  line(picture: GreyPicture, alphabet: string): string;
  close(): void;
}

export async function createReadingEngine(model: ReadingModel): Promise<ReadingEngine> {
  const core = supportsFastBuild() ? 'tesseract-core' : 'tesseract-core-fallback';
  const wasm = new URL(`${core}.wasm`, import.meta.resolve('tesseract-wasm'));
  const engine = await createOCREngine({ wasmBinary: await readFile(wasm) });
  engine.loadModel(await promisify(gunzip)(await readFile(dataFile(model))));

  function load({ pixels, width, height }: GreyPicture): void {
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    for (const [at, grey] of pixels.entries()) {
      data[at * 4] = grey;
      data[at * 4 + 1] = grey;
      data[at * 4 + 2] = grey;
    }
    engine.loadImage({ data, width, height });
  }
  function settle(alphabet: string, layout: number): void {
    engine.setVariable('tessedit_char_whitelist', alphabet);
    engine.setVariable('tessedit_pageseg_mode', String(layout));
  }
  return {
    words(picture) {
      settle('', 3);
      load(picture);
      return engine.getTextBoxes('word').map(({ text, confidence, rect, flags }) => ({
        text,
        confidence,
        ...rect,
        startsLine: (flags & layoutFlags.StartOfLine) !== 0,
      }));
    },
    line(picture, alphabet) {
      settle(alphabet, 7);
      load(picture);
      return engine.getText().replace(/\s+/g, '');
    },
    close: () => engine.destroy(),
  };
}

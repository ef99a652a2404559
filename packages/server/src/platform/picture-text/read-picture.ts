import { blendWords } from './blend-words.ts';
import { findLongIds } from './find-long-ids.ts';
import { drawGrey, type GreyPicture, readable, redraw } from './grey-picture.ts';
import type { ReadingModel } from './language-data.ts';
import { linesOfWords } from './lines-of-words.ts';
import type { PictureText } from './picture-text.ts';
import type { ReadingEngine } from './reading-engine.ts';
import type { Rectangle, Word } from './word.ts';

/** Long ids that are looked at more closely. */
const mostIds = 12;
/** Pixels of a row, once for each reading; the last one only where the others differ. */
const sizes = [34, 48, 26];
/** What the second reading's picture is of the first one's. */
const smaller = 0.8;

/** Reads the text of a picture with the model of a language and twice with that of English. Throws for what is no picture. */
export async function readPicture(
  bytes: Uint8Array,
  model: ReadingModel,
  engineOf: (model: ReadingModel) => Promise<ReadingEngine>,
): Promise<PictureText> {
  const whole = await drawGrey(bytes);
  const picture = await readable(whole);
  const english = await engineOf('eng');
  const first = english.words(picture);
  const again = english.words(await redraw(picture, wholeOf(picture), smaller)).map(enlarged);
  const inLanguage = model === 'eng' ? [] : [blendWords((await engineOf(model)).words(picture), first)];
  const factor = picture.width / whole.width;

  async function readRow(place: Rectangle, alphabet: string): Promise<string[]> {
    const readings: string[] = [];
    for (const size of sizes) {
      readings.push(english.line(await cutRow(whole, place, factor, size), alphabet));
      if (readings.length === 2 && readings[0] === readings[1]) break;
    }
    return readings;
  }

  const found = findLongIds(first).slice(0, mostIds);
  const longIds: PictureText['longIds'] = [];
  for (const { rows } of found) {
    const read: string[][] = [];
    for (const { place, text } of rows) read.push([...(await readRow(place, alphabetOf(text))), text]);
    longIds.push({ rows: read });
  }
  const places = found.flatMap((it) => it.rows.map((row) => row.place));
  const readings = [...inLanguage, first, again].map((words) =>
    linesOfWords(words.filter((word) => !places.some((place) => liesIn(word, place)))),
  );
  return { readings, longIds };
}

const wholeOf = ({ width, height }: GreyPicture): Rectangle => ({
  left: 0,
  top: 0,
  right: width,
  bottom: height,
});

const enlarged = (word: Word): Word => ({
  ...word,
  left: word.left / smaller,
  top: word.top / smaller,
  right: word.right / smaller,
  bottom: word.bottom / smaller,
});

function liesIn(word: Word, place: Rectangle): boolean {
  const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2];
  return x > place.left && x < place.right && y > place.top && y < place.bottom;
}

function cutRow(whole: GreyPicture, place: Rectangle, factor: number, size: number): Promise<GreyPicture> {
  const height = (place.bottom - place.top) / factor;
  const margin = 0.35 * height;
  const part = {
    left: Math.max(0, Math.floor(place.left / factor - margin)),
    top: Math.max(0, Math.floor(place.top / factor - margin)),
    right: Math.min(whole.width, Math.ceil(place.right / factor + margin)),
    bottom: Math.min(whole.height, Math.ceil(place.bottom / factor + margin)),
  };
  return redraw(whole, part, size / height);
}

const hexadecimal = '0123456789abcdef';
/** With the `1` after the prefix, and whatever is read as one. */
const bech32 = '0123456789acdefghjklmnpqrstuvwxyzb';
const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The characters of which a row is made that was read as this, more or less. The fewer there may be, the fewer are mixed up. */
function alphabetOf(text: string): string {
  if (text.replace(/[^0-9a-fA-F]/g, '').length < 0.85 * text.length)
    return /^(?:bc|ltc)[1lI]/i.test(text) || /^[\da-z]+$/.test(text) ? bech32 : base58;
  const letters = text.replace(/[^A-Za-z]/g, '').length;
  const small = text.replace(/[^a-z]/g, '').length;
  if (small >= 0.85 * letters) return `x${hexadecimal}`;
  return small <= 0.15 * letters ? `x${hexadecimal.toUpperCase()}` : `x${hexadecimal}ABCDEF`;
}

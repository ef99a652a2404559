import { findNationalIds } from '../find-national-ids.ts';
import { plainForm } from '../plain-form.ts';
import { documentFields, documentNames, offers, selfies, troubles } from './identity-words.ts';
import { readMrz } from './read-mrz.ts';

/** From so many points on a picture is taken to show an identity document. */
const enough = 2;
/** Fields of a form that are named: fewer stand on many a screen. */
const mostlyFields = 3;
/** Check digits that do not hold by chance. */
const convincing = 2;
const readCharacters = 4000;

/**
 * How much the words that came with a picture speak for an identity document in it: 2 where somebody hands one over or shows themselves with it, 1 where one is only
 * named, one less where they tell of trouble. Pure.
 */
export function saidOfIdentity(words: string): number {
  const said = plainForm(words.slice(0, readCharacters));
  if (!documentNames.test(said)) return 0;
  const handsOver = selfies.test(said) || offers.test(said);
  return Math.max(0, (handsOver ? 2 : 1) - (troubles.test(said) ? 1 : 0));
}

/** What a machine read in a picture: its lines, as often as it read them. */
export type PictureLines = ReadonlyArray<readonly string[]>;

/**
 * How much the text in a picture speaks for an identity document: 2 where a machine-readable zone proves itself, or where it names such a paper and its fields;
 * 1 for less, such as a number with its check. Pure.
 */
export function seenOfIdentity(readings: PictureLines): number {
  return Math.max(0, ...readings.map(seenIn));
}

function seenIn(lines: readonly string[]): number {
  const zone = readMrz(lines);
  if (zone && zone.held >= convincing) return enough;
  const text = plainForm(lines.join('\n').slice(0, readCharacters));
  const fields = documentFields.filter((field) => field.test(text)).length;
  const named = documentNames.test(text) && fields >= convincing ? 1 : 0;
  const numbered = findNationalIds(text).length > 0 ? 1 : 0;
  return named + numbered + (fields >= mostlyFields ? 1 : 0) + (zone ? 1 : 0);
}

/** Whether a picture is to be kept as an identity document is, by what was said with it and what is read in it. Pure. */
export const showsIdentity = (said: number, seen: number): boolean => said + seen >= enough;

import { type Entity, recogniseEntities } from '@fairlead/understanding';
import type { PictureText } from '../../../platform/picture-text/picture-text.ts';
import { pickId } from './pick-id.ts';

/** An entity as a machine read it in a picture. */
export interface PictureEntity extends Entity {
  /** A character may be wrong: no checksum proves it, and it was not read alike each time. Such an entity has no value. */
  readonly misread: boolean;
}

/** Entities of one picture that are kept. */
const most = 30;

/**
 * What a picture shows that a ticket's form asks for, and nothing else that it says. Amounts, numbers of orders and codes of errors count where
 * two readings have them alike; addresses and transaction ids that may be wrong say so.
 */
export function recogniseInPicture(text: PictureText, language: string): PictureEntity[] {
  const found = new Map<string, PictureEntity>();
  for (const { rows } of text.longIds) {
    const picked = pickId(rows);
    if (picked) found.set(picked.entity.text, { ...picked.entity, misread: picked.misread });
  }
  const readings = text.readings.map((lines) => lines.join('\n'));
  // A language of its own stands first.
  const own = readings.length > 2 ? language : 'en';
  const read = readings.map((words, index) => recogniseEntities(words, index === 0 ? own : 'en'));
  for (const [index, entities] of read.entries())
    for (const entity of entities) {
      if (entity.kind === 'txid' || entity.kind === 'address' || found.has(keyOf(entity))) continue;
      const alike = readings.some(
        (words, other) =>
          other !== index &&
          (read[other]?.some((it) => keyOf(it) === keyOf(entity)) || saysNumber(words, entity)),
      );
      if (alike) found.set(keyOf(entity), { ...entity, misread: false });
    }
  return [...found.values()].slice(0, most);
}

const keyOf = ({ kind, text, value, asset }: Entity) => `${kind} ${value ?? text} ${asset ?? ''}`;

/** Whether a text says the number of an order or the code of an error, be its label read or not, and not as a part of another. */
function saysNumber(words: string, { kind, text }: Entity): boolean {
  if (kind === 'amount') return false;
  const at = words.indexOf(text);
  if (at === -1) return false;
  return ![words[at - 1], words[at + text.length]].some((it) => it !== undefined && /[\p{L}\p{N}]/u.test(it));
}

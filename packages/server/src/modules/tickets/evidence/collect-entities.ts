import type { Category, FormBook, TicketEntity, TicketFields } from '@fairlead/contract';
import { type Entity, recogniseEntities } from '@fairlead/understanding';
import { proposeFields } from './propose-fields.ts';
import type { PictureEntity } from './recognise-in-picture.ts';

/** Words that belong to a case, and where they stand. */
export interface Said {
  readonly text: string;
  readonly language: string;
  readonly of: TicketEntity['source']['of'];
  readonly id: string;
  readonly at: Date;
}

/** What was read in a picture of a case, and when that was sent. */
export interface Pictured {
  readonly entities: readonly PictureEntity[];
  readonly fileId: string;
  readonly at: Date;
}

/** Entities that one ticket shows; who writes more is not understood by more of them. */
const most = 100;
/** Characters of a case that are looked at, so that no ticket takes long. */
const longest = 400_000;

/**
 * What is found in the words of a case, each once, in the order in which it was first written; then what its pictures show besides. What people
 * wrote counts more than what a machine read.
 */
export function collectEntities(
  book: FormBook,
  said: readonly Said[],
  pictured: readonly Pictured[],
  ticket: { category: Category; fields: TicketFields },
): TicketEntity[] {
  const found = new Map<string, TicketEntity>();
  const add = (entities: readonly PictureEntity[], source: TicketEntity['source']) => {
    for (const [key, entity] of new Map(entities.map((it) => [keyOf(it), it]))) {
      const before = found.get(key);
      if (before)
        found.set(key, { ...before, misread: before.misread && entity.misread, times: before.times + 1 });
      else if (found.size < most) {
        const { kind, text, asset, network, mistyped, misread } = entity;
        const fields = proposeFields(book, entity, ticket.category, ticket.fields);
        found.set(key, { kind, text, asset, network, mistyped, misread, fields, source, times: 1 });
      }
    }
  };
  let left = longest;
  for (const { text, language, of, id, at } of said.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    left -= text.length;
    if (left < 0) break;
    const entities = recogniseEntities(text, language).map((it) => ({ ...it, misread: false }));
    add(entities, { of, id, at: at.toISOString() });
  }
  for (const { entities, fileId, at } of pictured)
    add(entities, { of: 'file', id: fileId, at: at.toISOString() });
  return [...found.values()];
}

/** What is the same though it is written otherwise: hexadecimal digits have no case, and `1,000 USDT` is `1000 USDT`. */
function keyOf({ kind, text, value, asset }: Entity): string {
  const same = /^(0x)?[0-9a-f]+$/i.test(text) ? text.toLowerCase() : (value ?? text);
  return `${kind} ${same} ${asset ?? ''}`;
}

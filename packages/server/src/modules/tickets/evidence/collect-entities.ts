import type { Category, TicketEntity, TicketFields } from '@fairlead/contract';
import type { Entity } from './entity.ts';
import { proposeFields } from './propose-fields.ts';
import { recogniseEntities } from './recognise-entities.ts';

/** Words that belong to a case, and where they stand. */
export interface Said {
  readonly text: string;
  readonly language: string;
  readonly of: TicketEntity['source']['of'];
  readonly id: string;
  readonly at: Date;
}

/** Entities that one ticket shows; who writes more is not understood by more of them. */
const most = 100;
/** Characters of a case that are looked at, so that no ticket takes long. */
const longest = 400_000;

/** What is found in the words of a case, each once, in the order in which it was first written. */
export function collectEntities(
  said: readonly Said[],
  ticket: { category: Category; fields: TicketFields },
): TicketEntity[] {
  const found = new Map<string, TicketEntity>();
  let left = longest;
  for (const { text, language, of, id, at } of said.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    left -= text.length;
    if (left < 0) break;
    const here = new Map(recogniseEntities(text, language).map((it) => [keyOf(it), it]));
    for (const [key, entity] of here) {
      const before = found.get(key);
      if (before) found.set(key, { ...before, times: before.times + 1 });
      else if (found.size < most) {
        const { kind, asset, network, mistyped } = entity;
        const fields = proposeFields(entity, ticket.category, ticket.fields);
        const source = { of, id, at: at.toISOString() };
        found.set(key, { kind, text: entity.text, asset, network, mistyped, fields, source, times: 1 });
      }
    }
  }
  return [...found.values()];
}

/** What is the same though it is written otherwise: hexadecimal digits have no case, and `1,000 USDT` is `1000 USDT`. */
function keyOf({ kind, text, value, asset }: Entity): string {
  const same = /^(0x)?[0-9a-f]+$/i.test(text) ? text.toLowerCase() : (value ?? text);
  return `${kind} ${same} ${asset ?? ''}`;
}

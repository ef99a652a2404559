import { type Chain, hasChecksum, recogniseAddress, recogniseTxid } from '@fairlead/chains';
import type { Spotted } from './entity.ts';
import type { FoundEntity, Spot } from './found-entity.ts';
import { smallLetters } from './name-finder.ts';
import { spotOthers } from './recognise-entities.ts';
import { spotIds } from './recognise-ids.ts';
import { sameForms } from './same-forms.ts';
import { spotEmails, spotLinks, spotP2p, spotPhones, spotUids } from './spot-contacts.ts';
import { type Moment, spotDates } from './spot-dates.ts';
import { spotAssets, spotNetworks } from './spot-names.ts';

/** UTF-16 units of a text that are looked at. */
const longest = 4000;

type Found = Omit<FoundEntity, 'text'>;

/**
 * What a message of a language (`zh`, `vi`) names, in the order in which it is written; nothing overlaps. Pure. A network or a chain is said of an
 * address only as far as its form and checksum tell, an amount has a value only where it can be read in one way, and days are those of the
 * customer's zone.
 */
export function findEntities(text: string, language: string, moment: Moment): FoundEntity[] {
  const { words, startOf, endOf } = sameForms(text.slice(0, longest));
  const small = smallLetters(words);
  const found: Found[] = [];
  const free = (it: { start: number; end: number }) =>
    found.every((other) => other.end <= it.start || it.end <= other.start);
  const add = (all: readonly Found[]) => {
    for (const it of all) if (it.end > it.start && free(it)) found.push(it);
  };
  add(spotIds(words).map(idOf));
  add(spotEmails(words).map(plainly));
  add(spotLinks(words).flatMap((link) => cutShort(plainly(link), found)));
  add(spotUids(words).map(plainly));
  add(spotDates(small, language, moment).map(plainly));
  const others = spotOthers(words, language).map(otherOf);
  add(others.filter((it) => it.kind !== 'order_id'));
  add(spotPhones(words).map(plainly));
  add(others);
  add(spotNetworks(small).map(plainly));
  add(spotP2p(words).map(plainly));
  add(spotAssets(words, small).map(plainly));
  return found
    .toSorted((a, b) => a.start - b.start)
    .map((it) => {
      const [start, end] = [startOf(it.start), endOf(it.end)];
      return { ...it, text: text.slice(start, end), start, end };
    });
}

/** A link in which an id stands, such as an explorer's: as far as that, so that both are found. */
function cutShort(link: Found, ids: readonly Found[]): Found[] {
  const inside = ids.filter((it) => it.start >= link.start && it.start < link.end);
  const end = Math.min(link.end, ...inside.map((it) => it.start));
  return end > link.start ? [{ ...link, end }] : [];
}

const plainly = ({ kind, start, end, value, network = null }: Spot): Found => ({
  kind,
  start,
  end,
  value,
  network,
  asset: null,
  chains: [],
  checksum: null,
});

const otherOf = ({ entity, start }: Spotted): Found => ({
  ...plainly({ kind: entity.kind, start, end: start + entity.text.length, value: entity.value }),
  asset: entity.asset,
});

function idOf({ entity, start }: Spotted): Found {
  const { kind, text, value, network, mistyped } = entity;
  const chains: readonly Chain[] =
    kind === 'txid' ? recogniseTxid(text) : (recogniseAddress(text)?.chains ?? []);
  const checksum = kind === 'txid' ? null : mistyped ? 'fails' : hasChecksum(text) ? 'holds' : null;
  return { ...plainly({ kind, start, end: start + text.length, value, network }), chains, checksum };
}

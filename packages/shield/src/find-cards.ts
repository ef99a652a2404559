import type { FoundSecret } from './found-secret.ts';
import { lastNamed } from './named-before.ts';

const number = /(?<![\p{sc=Latn}\p{N}._#/-]|\d[ -])\d(?:[ -]?\d){12,18}(?![\p{sc=Latn}\p{N}_]|[ -]\d|\.\d)/gu;
/** As cards are printed. Orders are not. */
const grouped = /^(?:\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5})$/;
const reach = 40;

/**
 * Numbers of payment cards: an issuer's range, its length, and Luhn's digit, and printed in groups or called a card. Numbers of orders have as many digits, and
 * every tenth ends in the right one: without groups or a name a number is none.
 */
export function findCards(text: string): FoundSecret[] {
  return [...text.matchAll(number)].flatMap((match) => {
    const bare = match[0].replace(/\D/g, '');
    if (!isIssued(bare) || !hasLuhn(bare)) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    if (!grouped.test(match[0]) && !isCalledCard(text, start)) return [];
    return [{ kind: 'card_number' as const, start, end, certainty: 'certain' as const }];
  });
}

function isCalledCard(text: string, at: number): boolean {
  const card = lastNamed(text, 'card', at - reach, at);
  return card !== undefined && !lastNamed(text, 'transaction', card.end, at);
}

/** Visa, Mastercard, American Express, Discover, JCB, UnionPay, Mir, Diners Club, with the lengths that they have. */
function isIssued(bare: string): boolean {
  const [two, four] = [Number(bare.slice(0, 2)), Number(bare.slice(0, 4))];
  const { length } = bare;
  if (bare.startsWith('4')) return length === 13 || length === 16 || length === 19;
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if (four === 6011 || two === 65 || (four >= 6440 && four <= 6499)) return length === 16;
  if (four >= 3528 && four <= 3589) return length === 16;
  if (two === 62 || two === 81) return length >= 16 && length <= 19;
  if (four >= 2200 && four <= 2204) return length === 16;
  return (two === 36 || two === 38 || (four >= 3000 && four <= 3059)) && length === 14;
}

function hasLuhn(bare: string): boolean {
  let sum = 0;
  for (let at = 0; at < bare.length; at += 1) {
    const digit = Number(bare[bare.length - 1 - at]) * (at % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

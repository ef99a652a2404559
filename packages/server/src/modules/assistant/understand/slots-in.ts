import { type FlowSlots, type Locale, languageOf } from '@fairlead/contract';
import { recogniseEntities } from '@fairlead/understanding';
import { glossary } from '../../helpcenter/index.ts';

/** How a thing is called, the longest name first: `USDT` or `泰达币`. */
type Names = ReadonlyArray<readonly [name: string, meant: string]>;

const namesOf = (all: ReadonlyArray<{ readonly id: string; readonly names: readonly string[] }>): Names =>
  all
    .flatMap(({ id, names }) => [id, ...names].map((it) => [it.toLowerCase(), id] as const))
    .sort(([a], [b]) => b.length - a.length);
const assets = namesOf(glossary.assets.map(({ ticker, names }) => ({ id: ticker, names })));
const networks = namesOf(glossary.networks);
const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u;

/** What a customer's text names of a case, as flows take it: the first of each. Pure. */
export function slotsIn(text: string, locale: Locale): FlowSlots {
  const found = recogniseEntities(text, languageOf(locale));
  const valueOf = (kind: 'txid' | 'amount') => found.find((it) => it.kind === kind && it.value !== null);
  const amount = valueOf('amount');
  const slots = {
    txid: valueOf('txid')?.value,
    amount: amount?.value,
    asset: amount?.asset ?? named(text, assets),
    network: named(text, networks),
  };
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value != null));
}

/** What is called by a name in the text; where letters are written apart from others, as a word of its own. */
function named(text: string, names: Names): string | undefined {
  const words = text.normalize('NFKC').toLowerCase();
  for (const [name, meant] of names) {
    for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
      const before = words[at - 1] ?? ' ';
      const after = words[at + name.length] ?? ' ';
      const alone =
        !(letter.test(name[0] ?? '') && letter.test(before)) &&
        !(letter.test(name.at(-1) ?? '') && letter.test(after));
      if (alone) return meant;
    }
  }
  return undefined;
}

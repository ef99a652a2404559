import { type Locale, locales } from '@fairlead/contract';
import type { Tx } from '../../../platform/database/database.ts';
import { type CoverageSource, noteTexts, sourceOf } from '../../translation/index.ts';
import { type KeptSettings, readSettings } from '../settings/settings.ts';
import { fits } from './own-texts.ts';
import { shippedText } from './shipped-texts.ts';

/** How the assistant greets; where nobody wrote anything, as it came along. */
export const greetingTexts: CoverageSource = {
  kind: 'greeting',
  chain: ['own', 'shipped'],
  async list(reader) {
    const { greetings } = await readSettings(reader);
    const source = sourceOf(greetings);
    const there = Object.keys(greetings) as Locale[];
    if (there.length === 0) return [];
    const name = greetings[source] ?? '';
    return [
      { id: 'greeting', owner: 'greeting', name, source, locales: there, shipped: locales, says: name },
    ];
  },
};

/** Texts of the assistant and its flows that are said otherwise than they came along, in any language. */
export const assistantTexts: CoverageSource = {
  kind: 'assistant_text',
  chain: ['own', 'shipped'],
  async list(reader) {
    const { texts } = await readSettings(reader);
    const byKey = Map.groupBy(
      locales.flatMap((locale) =>
        Object.entries(texts[locale] ?? {}).map(([key, kept]) => ({ locale, key, kept })),
      ),
      (it) => it.key,
    );
    return [...byKey].map(([key, all]) => {
      const usable = all.filter((it) => fits(it.locale, key, it.kept));
      const behind = usable.filter((it) => it.kept.replaced !== shippedText(it.locale, key));
      const source = all.find((it) => it.locale === 'en') ?? all[0];
      return {
        id: key,
        owner: key,
        name: source?.kept.text ?? key,
        source: source?.locale ?? 'en',
        locales: usable.map((it) => it.locale),
        shipped: locales,
        outdated: behind.map((it) => it.locale),
      };
    });
  },
};

/** Notes from what each greeting was written, as the settings are saved. */
export async function noteGreetings(
  tx: Tx,
  before: Pick<KeptSettings, 'greetings'>,
  after: Pick<KeptSettings, 'greetings'>,
): Promise<void> {
  const sourced = ({ greetings: texts }: Pick<KeptSettings, 'greetings'>) => ({
    texts,
    source: sourceOf(texts),
  });
  const had = Object.keys(before.greetings).length > 0;
  await noteTexts(tx, { kind: 'greeting', id: 'greeting' }, had ? sourced(before) : null, sourced(after));
}

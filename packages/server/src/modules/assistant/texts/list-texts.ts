import {
  defaultLocale,
  type endpoints,
  type Locale,
  locales,
  type ResponseOf,
  shapeOfMessage,
} from '@fairlead/contract';
import { sampler } from '../../exchange/index.ts';
import type { KeptSettings } from '../settings/settings.ts';
import { fits } from './own-texts.ts';
import { shippedText, shippedTexts } from './shipped-texts.ts';

type Listed = ResponseOf<typeof endpoints.assistant.texts>;

/** All texts in a language, as they are shipped and as they are said here. */
export function listTexts(
  { texts }: Pick<KeptSettings, 'texts'>,
  locale: Locale,
  organisation: string,
): Listed {
  const own = texts[locale] ?? {};
  const ofFlows = sampler(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const date = day.format(new Date('2026-11-27T12:00:00Z'));
  const link = 'https://help.example.com/portal/chats';
  const ofAssistant = { organisation, fields: 'TXID', date, link, number: '10423' };
  return {
    items: shippedTexts().flatMap(({ key, group }) => {
      const shipped = shippedText(locale, key);
      const english = shippedText(defaultLocale, key);
      if (shipped === undefined || english === undefined) return [];
      const kept = own[key];
      const names = shapeOfMessage(shipped).names;
      return [
        {
          key,
          group,
          shipped,
          english,
          samples: group === 'assistant' ? pick(ofAssistant, names) : ofFlows(names),
          own: kept
            ? {
                text: kept.text,
                replaced: kept.replaced === shipped ? null : kept.replaced,
                unfit: !fits(locale, key, kept),
              }
            : null,
        },
      ];
    }),
    own: Object.fromEntries(
      locales
        .map((it) => [it, Object.keys(texts[it] ?? {}).length] as const)
        .filter(([, count]) => count > 0),
    ),
  };
}

const pick = (from: Readonly<Record<string, string>>, names: ReadonlySet<string>): Record<string, string> =>
  Object.fromEntries([...names].map((name) => [name, from[name] ?? name]));

import { type Catalogue, directionOf, formatMessage, type Locale } from '@fairlead/contract';
import { cataloguesIn } from '../../../platform/catalogues.ts';
import { sayAdvice, sayFinding } from '../../official/index.ts';
import type { Line, Value } from './flow.ts';
import { noOwnTexts, type OwnTexts } from './own-texts.ts';

const catalogues = cataloguesIn(new URL('../locales/', import.meta.url));

/** Its letters, and the way to its page: both bear a link that must not be left out, and are no answers. */
const ofRecovery = 'recovery.';

const ofFlows = new Map<Locale, Catalogue>();

/** The texts of flows as they are shipped, in a language. */
export function shippedFlowTexts(locale: Locale): Catalogue {
  const kept = ofFlows.get(locale);
  if (kept) return kept;
  const texts = Object.entries(catalogues(locale)).filter(([key]) => !key.startsWith(ofRecovery));
  const found = Object.fromEntries(texts);
  ofFlows.set(locale, found);
  return found;
}

/** Puts lines into words: in a language, with moments as the clocks of a time zone show them, and in one's own texts where there are such. */
export function sayer(locale: Locale, timeZone: string, own: OwnTexts = noOwnTexts): (line: Line) => string {
  const say = valueSayer(locale, timeZone, own);
  return ({ key, params }) => {
    const said = Object.entries(params).map(([name, value]) => [name, say(value)] as const);
    return formatMessage(locale, textOf(locale, key, own), Object.fromEntries(said));
  };
}

/** Puts what is filled into lines into words. */
export function valueSayer(
  locale: Locale,
  timeZone: string,
  own: OwnTexts = noOwnTexts,
): (value: Value) => string | number {
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const zone = zoneName(locale, timeZone);
  const numbers = new Intl.NumberFormat(locale, { numberingSystem: 'latn', maximumFractionDigits: 20 });
  const shares = new Intl.NumberFormat(locale, {
    style: 'percent',
    numberingSystem: 'latn',
    maximumFractionDigits: 18,
  });
  const changes = new Intl.NumberFormat(locale, {
    style: 'percent',
    numberingSystem: 'latn',
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });
  const lists = new Intl.ListFormat(locale, { type: 'disjunction' });
  // Latin names and figures keep their order within a line that runs from right to left.
  const whole = (text: string) => (directionOf(locale) === 'rtl' ? `\u2068${text}\u2069` : text);

  function say(value: Value): string | number {
    switch (value.kind) {
      case 'amount':
        return whole(`${numbers.format(value.amount as `${number}`)} ${value.asset}`);
      case 'moment':
        return whole(`${moments.format(value.at)} (${zone(value.at)})`);
      case 'share':
        return whole(shares.format(value.share as `${number}`));
      case 'change':
        return whole(changes.format(value.share));
      case 'words':
        return textOf(locale, value.key, own);
      case 'count':
        return value.count;
      case 'txid':
        return whole(
          value.txid.length > 20 ? `${value.txid.slice(0, 8)}…${value.txid.slice(-6)}` : value.txid,
        );
      case 'text':
        return whole(value.text);
      case 'finding':
        return sayFinding(locale, value.finding).join('\n');
      case 'advice':
        return sayAdvice(locale, value.verdict);
      case 'list':
        return lists.format(value.items.map(whole));
    }
  }
  return say;
}

/** A text of the exchange’s catalogue, or what administrators say instead. Throws where there is none. */
export function textOf(locale: Locale, key: string, own: OwnTexts = noOwnTexts): string {
  const text = own(locale, key) ?? catalogues(locale)[key];
  if (text === undefined) throw new Error(`no text for ${key} in ${locale}`);
  return text;
}

function zoneName(locale: Locale, timeZone: string): (at: Date) => string {
  const parts = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone, timeZoneName: 'short' });
  return (at) => parts.formatToParts(at).find((it) => it.type === 'timeZoneName')?.value ?? timeZone;
}

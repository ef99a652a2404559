/** What a message may carry into its placeholders. Stored beside the key, so only plain values. */
export type MessageParams = Readonly<Record<string, string | number>>;
/** A flat catalogue: key to text in one language. */
export type Catalogue = Readonly<Record<string, string>>;

const plain = /\{(\w+)\}/g;
const plural = /\{(\w+), plural,((?:\s*(?:=\d+|zero|one|two|few|many|other) \{[^{}]*\})+)\s*\}/g;
const branch = /(=\d+|zero|one|two|few|many|other) \{([^{}]*)\}/g;

/**
 * Fills a text written in a subset of ICU MessageFormat: `{name}` and
 * `{count, plural, one {# minute} other {# minutes}}` (branches may use `#`, not further braces).
 * Numbers are written as the locale does. A missing parameter stays visible as `{name}`.
 */
export function formatMessage(locale: string, text: string, params: MessageParams = {}): string {
  return text
    .replace(plural, (whole, name: string, branches: string) => {
      const value = params[name];
      if (typeof value !== 'number') return whole;
      const category = new Intl.PluralRules(locale).select(value);
      let chosen: string | undefined;
      let other = '';
      for (const [, selector, body = ''] of branches.matchAll(branch)) {
        if (selector === `=${value}`) {
          chosen = body;
          break;
        }
        if (selector === category) chosen ??= body;
        if (selector === 'other') other = body;
      }
      return (chosen ?? other).replaceAll('#', new Intl.NumberFormat(locale).format(value));
    })
    .replace(plain, (whole, name: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
    });
}

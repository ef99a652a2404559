/** Languages that name their months. Those of Chinese, Japanese, Korean and Vietnamese are numbers. */
const named = ['en', 'ru', 'es', 'pt-BR', 'tr', 'id', 'th', 'fr', 'de', 'ar'];

/** The number of a month by its name, whole or short, as it stands beside a day; small letters. */
export function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of named)
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 15));
        const name =
          parts
            .find((it) => it.type === 'month')
            ?.value.toLowerCase()
            .replace(/\.$/, '') ?? '';
        if (/^[\p{L}\p{M}]{3,}$/u.test(name) && !names.has(name)) names.set(name, month);
      }
    }
  return names.set('sept', 9);
}

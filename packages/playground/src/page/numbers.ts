/** Writes numbers and times as the readers of a language expect. */
export interface Numbers {
  /** With exactly this many decimals. */
  fixed(value: number, decimals: number): string;
  /** With at most this many decimals. */
  upTo(value: number, decimals: number): string;
  /** Short when it is large: 1.2M. */
  compact(value: number, decimals: number): string;
  /** A share such as 0.0123 with its sign: +1.23%. */
  change(share: number): string;
  time(milliseconds: number): string;
  dateTime(milliseconds: number): string;
}

/** Numbers in a language. The formats are made once each: the page writes hundreds of numbers a second. */
export function numbersIn(language: string): Numbers {
  const formats = new Map<string, Intl.NumberFormat>();
  const format = (key: string, options: Intl.NumberFormatOptions) => {
    const known = formats.get(key) ?? new Intl.NumberFormat(language, options);
    formats.set(key, known);
    return known;
  };
  const fixed = (value: number, decimals: number) =>
    format(`fixed ${decimals}`, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
      value,
    );
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  const dateTime = new Intl.DateTimeFormat(language, {
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  return {
    fixed,
    upTo: (value, decimals) => format(`up to ${decimals}`, { maximumFractionDigits: decimals }).format(value),
    compact: (value, decimals) =>
      value >= 100_000
        ? format('compact', {
            notation: 'compact',
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
          }).format(value)
        : fixed(value, Math.min(decimals, value >= 1000 ? 2 : decimals)),
    change: (share) =>
      format('change', {
        style: 'percent',
        signDisplay: 'exceptZero',
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }).format(share),
    time: (milliseconds) => time.format(milliseconds),
    dateTime: (milliseconds) => dateTime.format(milliseconds),
  };
}

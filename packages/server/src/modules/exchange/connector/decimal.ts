/** An amount, price or share as the exchange writes it, exactly: digits, at most one point, no exponent. `-` before it where it is below nothing. */
export type Decimal = string;

const written = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** A number as a decimal: exponents are written out, nothing is rounded, what says nothing is left out (`1.500` is `1.5`). Null for what is no number. */
export function readDecimal(text: string): Decimal | null {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = written.exec(text.trim()) ?? [];
  if (whole === '') return null;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const before = (point > 0 ? digits.slice(0, point).padEnd(point, '0') : '').replace(/^0+(?=\d)/, '') || '0';
  const after = (point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '');
  const value = after === '' ? before : `${before}.${after}`;
  return sign === '-' && value !== '0' ? `-${value}` : value;
}

/** Below zero, zero or above: as `a` is less than, equal to or more than `b`. Exact, whatever their length. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const placesOf = (value: Decimal): number => value.split('.')[1]?.length ?? 0;

const scaled = (value: Decimal, places: number): bigint => {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
};

const digitsOf = (bare: string): number[] => [...bare].map(Number);
const weighed = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);
const isDate = (year: number, month: number, day: number): boolean =>
  year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** Resident identity of China (GB 11643): a date of birth, and ISO 7064 MOD 11-2. */
export function isChineseId(bare: string): boolean {
  const [region, year, month, day] = [
    bare.slice(0, 2),
    bare.slice(6, 10),
    bare.slice(10, 12),
    bare.slice(12, 14),
  ];
  if (Number(region) < 11 || Number(region) > 83 || !isDate(Number(year), Number(month), Number(day)))
    return false;
  const sum = weighed(digitsOf(bare.slice(0, 17)), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return '10X98765432'[sum % 11] === bare[17];
}

/** Resident registration of Korea: a date of birth, and the digit that those have that were given out before October 2020. */
export function isKoreanId(bare: string): boolean {
  const digits = digitsOf(bare);
  if (!isDate(2000, Number(bare.slice(2, 4)), Number(bare.slice(4, 6)))) return false;
  const sum = weighed(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
  const foreigner = (digits[6] ?? 0) >= 5;
  return ((foreigner ? 13 : 11) - (sum % 11)) % 10 === digits[12];
}

/** DNI and NIE of Spain: the letter is the number modulo 23. */
export function isSpanishId(bare: string): boolean {
  const number = Number(bare.slice(0, -1).replace(/^[XYZ]/, (first) => String('XYZ'.indexOf(first))));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === bare.at(-1);
}

/** Insurance number of Russia. */
export function isSnils(bare: string): boolean {
  const sum = weighed(digitsOf(bare), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  return (sum % 101) % 100 === Number(bare.slice(9));
}

/** Tax number of a person in Russia: two digits of check. */
export function isInn(bare: string): boolean {
  const digits = digitsOf(bare);
  const first = (weighed(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  const second = (weighed(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  return digits[10] === first && digits[11] === second;
}

/** Individual number of Japan. */
export function isMyNumber(bare: string): boolean {
  const digits = digitsOf(bare);
  const rest = weighed(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === digits[11];
}

/** CPF of Brazil; the same digit eleven times passes the sum and is none. */
export function isCpf(bare: string): boolean {
  const digits = digitsOf(bare);
  if (new Set(digits).size === 1) return false;
  const check = (count: number) =>
    ((weighed(
      digits,
      Array.from({ length: count }, (_, at) => count + 1 - at),
    ) *
      10) %
      11) %
    10;
  return check(9) === digits[9] && check(10) === digits[10];
}

/** Identity number of Turkey. */
export function isTurkishId(bare: string): boolean {
  const digits = digitsOf(bare);
  const odd = weighed(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighed(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === digits[9] && (odd + even + tenth) % 10 === digits[10];
}

/** National identification of Taiwan: the letter stands for two digits. */
export function isTaiwaneseId(bare: string): boolean {
  const place = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(bare[0] ?? '');
  if (place < 0) return false;
  const digits = [...String(place + 10), ...bare.slice(1)].map(Number);
  return weighed(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}

/** Identity number of Thailand. */
export function isThaiId(bare: string): boolean {
  const digits = digitsOf(bare);
  const sum = weighed(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return (11 - (sum % 11)) % 10 === digits[12];
}

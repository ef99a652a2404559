import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit } from './check-digit.ts';
import { asMrzLine, readMrz } from './read-mrz.ts';

/** The specimens of ICAO 9303, of a country that is none. */
const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const td2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const td1 = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
];
const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];

test.each([
  ['520727', 3],
  ['AB2134<<<', 5],
  ['<<<', 0],
  ['L898902C3', 6],
  ['a', null],
])('the check digit of %s is %s', (field, digit) => {
  expect(checkDigit(field)).toBe(digit);
});

test.each([
  ['a passport', td3, { form: 'TD3', held: 5, of: 5 }],
  ['an identity card of two lines', td2, { form: 'TD2', held: 4, of: 4 }],
  ['an identity card of three lines', td1, { form: 'TD1', held: 4, of: 4 }],
  ['a visa', visa, { form: 'MRV-A', held: 3, of: 3 }],
  ['among other lines', ['UTOPIA', ...td3, 'specimen'], { form: 'TD3', held: 5, of: 5 }],
  ['in small letters, with gaps', td3.map((it) => it.toLowerCase().replaceAll('<', ' <')), { held: 5 }],
  ['with quotes for fillers', td3.map((it) => it.replaceAll('<<', '«')), { held: 5 }],
  ['with fillers missing', [td3[0]?.slice(0, -4) ?? '', td3[1] ?? ''], { held: 5 }],
  ['with letters for digits', [td3[0] ?? '', (td3[1] ?? '').replace('7408122', '74O8I22')], { held: 5 }],
])('%s', (_, lines, expected) => {
  expect(readMrz(lines)).toMatchObject(expected);
});

test.each([
  ['nothing', []],
  ['words', ['Your passport was rejected', 'Upload it again']],
  ['a transaction id', ['a1'.repeat(22), 'b2'.repeat(22)]],
  ['one line of two', [td3[0] ?? '', 'something else']],
  ['addresses', ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8']],
])('no zone in %s', (_, lines) => {
  expect(readMrz(lines)).toBeNull();
});

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const alphanumeric = `${letters}0123456789<`;
const of = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const digits = of('0123456789', 6);
const passport = fc
  .record({ number: of(alphanumeric, 9), birth: digits, expiry: digits, personal: of(alphanumeric, 14) })
  .map(({ number, birth, expiry, personal }) => {
    const checked = (field: string) => `${field}${checkDigit(field)}`;
    const body = `${checked(number)}UTO${checked(birth)}F${checked(expiry)}${checked(personal)}`;
    const summed = body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43);
    return `${body}${checkDigit(summed)}`;
  });

test('every passport proves itself, and with one digit of a date changed it does not', () => {
  fc.assert(
    fc.property(
      passport,
      fc.constantFrom(13, 15, 18, 21, 26),
      fc.integer({ min: 1, max: 9 }),
      (line, at, by) => {
        expect(readMrz([td3[0] ?? '', line])).toEqual({ form: 'TD3', held: 5, of: 5 });
        const changed = String((Number(line.charAt(at)) + by) % 10);
        const spoilt = line.slice(0, at) + changed + line.slice(at + 1);
        expect(readMrz([td3[0] ?? '', spoilt])?.held).toBeLessThan(5);
      },
    ),
  );
});

test('whatever is read, it neither throws nor lets more hold than there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 6 }), (lines) => {
      const zone = readMrz(lines);
      if (zone) expect(zone.held).toBeLessThanOrEqual(zone.of);
      for (const line of lines) expect(asMrzLine(line)?.includes(' ') ?? false).toBe(false);
    }),
  );
});

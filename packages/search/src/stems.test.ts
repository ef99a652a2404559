import { expect, it } from 'vitest';
import { stemArabic } from './stem-arabic.ts';
import { stemEnglish } from './stem-english.ts';
import { stemKorean } from './stem-korean.ts';
import { stemRussian } from './stem-russian.ts';
import { stemSpanish } from './stem-spanish.ts';

/** From the sample vocabularies of Snowball, and words of the trade. */
it.each([
  ['consigned', 'consign'],
  ['consistency', 'consist'],
  ['consolations', 'consol'],
  ['knightly', 'knight'],
  ['knots', 'knot'],
  ['generous', 'generous'],
  ['generate', 'generat'],
  ['communion', 'communion'],
  ['relational', 'relat'],
  ['hopping', 'hop'],
  ['hoping', 'hope'],
  ['cried', 'cri'],
  ['ties', 'tie'],
  ['dying', 'die'],
  ['agreed', 'agre'],
  ['happily', 'happili'],
  ['youth', 'youth'],
  ['enjoying', 'enjoy'],
  ['withdrawals', 'withdraw'],
  ['deposited', 'deposit'],
  ['verification', 'verif'],
  ['by', 'by'],
])('in English, %s is %s', (word, stem) => {
  expect(stemEnglish(word)).toBe(stem);
});

it.each([
  ['chicharrones', 'chicharron'],
  ['chicos', 'chic'],
  ['torneos', 'torne'],
  ['tormentas', 'torment'],
  ['toreado', 'tor'],
  ['retirar', 'retir'],
  ['retiros', 'retir'],
  ['verificacion', 'verif'],
  ['cuentas', 'cuent'],
  ['rapidamente', 'rapid'],
])('in Spanish, %s is %s', (word, stem) => {
  expect(stemSpanish(word)).toBe(stem);
});

it.each([
  ['важная', 'важн'],
  ['важность', 'важност'],
  ['важнейшие', 'важн'],
  ['падение', 'паден'],
  ['противоположном', 'противоположн'],
  ['вывода', 'вывод'],
  ['выводы', 'вывод'],
  ['зачислены', 'зачисл'],
])('in Russian, %s is %s', (word, stem) => {
  expect(stemRussian(word)).toBe(stem);
});

it('cuts what hangs on Korean nouns, but not the nouns', () => {
  expect(
    ['출금이', '출금은', '출금을', '출금했는데', '출금', '수수료', '거래소에서'].map(stemKorean),
  ).toEqual(['출금', '출금', '출금', '출금', '출금', '수수료', '거래소']);
});

it('cuts article and endings of Arabic words', () => {
  expect(['السحب', 'سحب', 'والسحب', 'الرسوم'].map(stemArabic)).toEqual(['سحب', 'سحب', 'سحب', 'رسوم']);
});

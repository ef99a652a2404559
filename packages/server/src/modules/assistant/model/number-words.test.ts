import { expect, test } from 'vitest';
import { numberWords } from './number-words.ts';

test.each([
  ['en', 'It takes two to three hours.', ['2', '3']],
  ['en', 'No one often attends.', []],
  ['de', 'Nach zwölf Stunden', ['12']],
  ['ru', 'в течение двух дней', ['2']],
  ['zh', '需要二十四小时，三个工作日内到账', ['24', '3']],
  ['zh', '两步验证与三方平台', ['2']],
  ['ja', '三営業日以内', ['3']],
  ['zh', '一百二十次', ['120']],
  ['th', 'สามารถ', []],
])('%s: %s', (language, text, numbers) => expect(numberWords(text, language)).toEqual(numbers));

import type { SignalWords } from '../signal.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { indonesian } from './id.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import { portuguese } from './pt-br.ts';
import { russian } from './ru.ts';
import { thai } from './th.ts';
import { turkish } from './tr.ts';
import { vietnamese } from './vi.ts';
import { chinese } from './zh-cn.ts';
import { traditionalChinese } from './zh-tw.ts';

/** The phrases of every language. People mix languages, so all are looked for in every text. */
export const allWords: readonly SignalWords[] = [
  chinese,
  english,
  japanese,
  korean,
  russian,
  spanish,
  vietnamese,
  traditionalChinese,
  portuguese,
  turkish,
  indonesian,
  thai,
  french,
  german,
  arabic,
];

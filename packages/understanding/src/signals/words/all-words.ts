import type { SignalWords } from '../signal.ts';
import { english } from './en.ts';
import { chinese } from './zh-cn.ts';

/** The phrases of every language. People mix languages, so all are looked for in every text. */
export const allWords: readonly SignalWords[] = [english, chinese];

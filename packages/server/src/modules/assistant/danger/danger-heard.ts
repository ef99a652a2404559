import type { Locale } from '@fairlead/contract';
import { hear } from '../understand/hear.ts';
import { type Danger, dangerNow } from './danger-in.ts';

/** The danger that is heard in what a customer writes to people, on a page in a language. Pure. */
export const dangerHeard = (text: string, page: Locale, now: Date): Danger | null =>
  dangerNow(hear(text, page, { now, timeZone: 'UTC' }));

import { type Locale, languageOf, type Macro, unknownPlaceholders } from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';

/** A macro as this module thinks of it; how it is used is counted apart. */
export type MacroRecord = Omit<Macro, 'editable' | 'uses' | 'usedAt' | 'updatedAt'> & {
  readonly updatedAt: Date;
};

/** Throws `macro.placeholder_unknown` for the first placeholder that there is none of. */
export function refuseUnknown(texts: Macro['texts']): void {
  for (const text of Object.values(texts)) {
    const [placeholder] = unknownPlaceholders(text);
    if (placeholder !== undefined) throw fail('macro.placeholder_unknown', { placeholder });
  }
}

/** In which locale a customer of `wanted` gets a macro: theirs, else one of the same language, else English, else the first there is. */
export function localeFor(texts: Macro['texts'], wanted: Locale): Locale {
  const there = Object.keys(texts) as Locale[];
  const near = there.find((it) => languageOf(it) === languageOf(wanted));
  const found = [wanted, near, 'en' as const, there[0]].find(
    (it) => it !== undefined && texts[it] !== undefined,
  );
  return found ?? 'en';
}

/** Who a macro is for, whoever asks. */
interface Asker {
  readonly id: string;
  readonly manages: boolean;
  readonly teamIds: readonly string[];
}

/** Whether somebody has a macro: their own, their teams', or one for all. */
export function hasMacro(
  { ownerId, sharing }: Pick<MacroRecord, 'ownerId' | 'sharing'>,
  asker: Asker,
): boolean {
  if (ownerId === asker.id || sharing === 'all') return true;
  return typeof sharing === 'object' && (asker.manages || asker.teamIds.includes(sharing.teamId));
}

/** Whether somebody who has a macro may change it. */
export const mayEditMacro = (
  { ownerId, sharing }: Pick<MacroRecord, 'ownerId' | 'sharing'>,
  asker: Asker,
): boolean => ownerId === asker.id || (sharing !== 'personal' && asker.manages);

/** Whether somebody may share a macro so: with themselves, a team of theirs, or as a manager with anybody. */
export const mayShare = (sharing: MacroRecord['sharing'], asker: Asker): boolean =>
  sharing === 'personal' ||
  asker.manages ||
  (typeof sharing === 'object' && asker.teamIds.includes(sharing.teamId));

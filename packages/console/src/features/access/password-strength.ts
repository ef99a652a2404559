import { minimumPasswordLength } from '@fairlead/contract';

/** From what a guesser tries first, to what none will find. */
type PasswordStrength = 'short' | 'weak' | 'fair' | 'strong';

const common =
  /pass(word)?|qwert|asdf|zxcv|admin|welcome|letmein|iloveyou|huobi|htx|crypto|bitcoin|fairlead/gi;

/**
 * A hint while a password is typed, before the server decides. It counts the characters that a guesser cannot foresee:
 * common words, runs (`1234`, `abcd`), repeats, and what is known of the person count almost nothing.
 */
export function passwordStrength(password: string, known: readonly string[] = []): PasswordStrength {
  if ([...password].length < minimumPasswordLength) return 'short';
  let rest = password.replace(common, '*');
  for (const word of known.flatMap((text) => text.split(/[\s@._-]+/)).filter((word) => word.length > 2)) {
    rest = rest.replaceAll(new RegExp(escape(word), 'gi'), '*');
  }
  const letters = [...rest];
  const surprising = letters.filter((letter, index) => {
    const step = (letter.codePointAt(0) ?? 0) - (letters[index - 1]?.codePointAt(0) ?? -9);
    return Math.abs(step) > 1;
  }).length;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(rest)).length;
  const score = surprising + kinds;
  if (score < 9) return 'weak';
  return score < 17 ? 'fair' : 'strong';
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

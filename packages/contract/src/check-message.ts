const plural = /\{(\w+), plural,((?:\s*(?:=\d+|zero|one|two|few|many|other) \{[^{}]*\})+)\s*\}/g;
const branch = /(=\d+|zero|one|two|few|many|other) \{/g;
const plain = /\{(\w+)\}/g;

/** What a text names to be filled in: plainly, or by how many it is. */
export interface MessageShape {
  readonly names: ReadonlySet<string>;
  /** The branches of each name that chooses by number, once for each place. */
  readonly plurals: ReadonlyArray<{ readonly name: string; readonly branches: ReadonlySet<string> }>;
  /** There are braces that are neither. */
  readonly broken: boolean;
}

/** Reads a text as `formatMessage` does. Pure. */
export function shapeOfMessage(text: string): MessageShape {
  const names = new Set<string>();
  const plurals: Array<{ name: string; branches: Set<string> }> = [];
  const rest = text
    .replace(plural, (_, name: string, branches: string) => {
      names.add(name);
      plurals.push({
        name,
        branches: new Set([...branches.matchAll(branch)].map(([, it = '']) => it)),
      });
      return '';
    })
    .replace(plain, (_, name: string) => {
      names.add(name);
      return '';
    });
  return { names, plurals, broken: /[{}]/.test(rest) };
}

/** Why a text may not stand in for another. */
export type MessageProblem =
  | { readonly kind: 'broken' }
  | { readonly kind: 'lacks'; readonly name: string }
  /** It names what is not given, or counts what is no number. */
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'lacks_plural'; readonly name: string; readonly category: string };

/** Categories that whole numbers of any size fall into in a language; Spanish, French and Portuguese call only round millions `many`. */
function neededCategories(locale: string): string[] {
  const all = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return ['es', 'fr', 'pt'].includes(locale.slice(0, 2)) ? all.filter((it) => it !== 'many') : all;
}

/**
 * What is wrong with a text that is to stand in for a shipped one: it must name the same, count only what the shipped one counts in this language
 * or in English, and have every branch that the language needs. Pure.
 */
export function checkMessage(
  text: string,
  { shipped, english, locale }: { shipped: string; english: string; locale: string },
): MessageProblem[] {
  const is = shapeOfMessage(text);
  if (is.broken) return [{ kind: 'broken' }];
  const was = shapeOfMessage(shipped);
  const counted = new Set([...was.plurals, ...shapeOfMessage(english).plurals].map((it) => it.name));
  const problems: MessageProblem[] = [];
  for (const name of was.names) if (!is.names.has(name)) problems.push({ kind: 'lacks', name });
  for (const name of is.names) if (!was.names.has(name)) problems.push({ kind: 'unknown', name });
  for (const { name, branches } of is.plurals) {
    if (!counted.has(name)) {
      if (was.names.has(name)) problems.push({ kind: 'unknown', name });
      continue;
    }
    for (const category of neededCategories(locale))
      if (!branches.has(category)) problems.push({ kind: 'lacks_plural', name, category });
  }
  return problems;
}

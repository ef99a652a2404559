import { type Locale, languageOf, type Macro } from '@fairlead/contract';

/** What stands between a `/` and the caret: which macro the agent is looking for. */
export interface MacroQuery {
  readonly start: number;
  readonly text: string;
}

/** A macro is asked for by a `/` that begins a word; addresses and dates have something before theirs. */
const pattern = /(?:^|\s)\/(\S{0,30}(?: \S{0,20}){0,2})$/u;

/** The macro that is being looked for at the caret, or null. */
export function macroQuery(text: string, caret: number): MacroQuery | null {
  const query = pattern.exec(text.slice(0, caret))?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, text: query };
}

/** The text with the macro in the place of the query, and where the caret goes. */
export function withMacro(text: string, query: MacroQuery, filled: string): [string, number] {
  const end = query.start + 1 + query.text.length;
  return [text.slice(0, query.start) + filled + text.slice(end), query.start + filled.length];
}

/** The macros whose name, folder or text holds every word looked for; those whose name begins so come first, then those that speak the customer’s language. */
export function findMacros(macros: readonly Macro[], query: string, locale: Locale): Macro[] {
  const wanted = query.trim().toLocaleLowerCase();
  const words = wanted.split(/\s+/);
  const begins = ({ name }: Macro) => (name.toLocaleLowerCase().startsWith(wanted) ? 0 : 1);
  const foreign = ({ texts }: Macro) =>
    Object.keys(texts).some((it) => languageOf(it) === languageOf(locale)) ? 0 : 1;
  return macros
    .filter(({ name, folder, texts }) => {
      const all = [name, folder, ...Object.values(texts)].join('\n').toLocaleLowerCase();
      return words.every((word) => all.includes(word));
    })
    .toSorted((a, b) => begins(a) - begins(b) || foreign(a) - foreign(b) || b.uses - a.uses);
}

interface Source {
  readonly source?: string;
}

/**
 * JSON with its numbers as they are written: order and trade numbers are longer than a Number holds, and amounts must not be rounded. Throws
 * SyntaxError.
 */
export function readJson(text: string): unknown {
  // The third argument holds the text of what is read (ECMAScript 2026, in Node since 22).
  const reviver = (_key: string, value: unknown, context?: Source): unknown =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value;
  return JSON.parse(text, reviver);
}

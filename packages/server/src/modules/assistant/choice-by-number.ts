const full = '\uFF10'.charCodeAt(0) - '0'.charCodeAt(0);

/**
 * The answer that a customer chose by its number, where it was shown with one because the platform has no buttons for it; what they wrote, where that is no
 * number of one. Pure.
 */
export function choiceByNumber(text: string, offered: readonly string[]): string {
  // Full-width digits, as keyboards of East Asia write them.
  const western = text
    .trim()
    .replace(/[\uFF10-\uFF19]/g, (it) => String.fromCharCode(it.charCodeAt(0) - full));
  const found = /^(\d{1,2})[.)\u3002\uFF09\u3001]?$/.exec(western);
  return (found && offered[Number(found[1]) - 1]) ?? text;
}

/** What stands where an anti-phishing code stood. */
const hidden = '******';

/** What may stand between the words of a code in a letter that quotes it: line breaks, quote marks, spaces of HTML. */
const between = String.raw`(?:\s|>|&gt;|&nbsp;|<br\s*/?>)+`;

/**
 * A text or HTML that a letter brought, without the anti-phishing codes of its customer: our letters print them, and mail programs quote
 * our letters. Codes are whole words; one within another word is not one.
 */
export function hideCodes(text: string, codes: readonly string[]): string {
  return codes.reduce((rest, code) => rest.replaceAll(patternOf(code), hidden), text);
}

function patternOf(code: string): RegExp {
  const words = code.trim().split(/\s+/).map(either);
  const [first = '', last = ''] = [[...code.trim()].at(0), [...code.trim()].at(-1)];
  const before = ends.test(first) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = ends.test(last) ? String.raw`(?![\p{L}\p{N}])` : '';
  return new RegExp(`${before}${words.join(between)}${after}`, 'gu');
}

/** Letters and digits of scripts that put something between words: beside another one they are within a word. */
const ends = /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai})[\p{L}\p{N}]$/u;

/** The word as it is, or as HTML writes it. */
function either(word: string): string {
  const written = word
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return `(?:${[...new Set([written, word])].map(literal).join('|')})`;
}

const literal = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

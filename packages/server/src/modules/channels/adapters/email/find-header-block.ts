import { type HeaderLabel, headerLine } from './header-labels.ts';

const maximumLines = 20;
const maximumGap = 3;

/**
 * Whether the lines from `start` on are headers as mail programs put them over what they quote. Answers where the block ends; null
 * where it is none. It needs a sender and two more kinds of lines, and a subject or an e-mail address: people write `From:` and `To:`
 * over transfers and addresses of coins as well. Under a separator a sender and one more are enough.
 */
export function headerBlockEnd(
  lines: readonly string[],
  start: number,
  underSeparator: boolean,
): number | null {
  const first = headerLine(lines[start] ?? '');
  if (first?.label !== 'from' && first?.label !== 'date') return null;
  const found = new Set<HeaderLabel>();
  let hasAddress = false;
  let end = start;
  let gap = 0;
  for (let at = start; at < Math.min(lines.length, start + maximumLines); at++) {
    const line = lines[at] ?? '';
    const header = headerLine(line);
    if (header) {
      // No program says the same twice: the text below may start with a word and a colon as well.
      if (found.has(header.label) && header.label !== 'other') break;
      found.add(header.label);
      if (header.label === 'from' || header.label === 'to') hasAddress ||= line.slice(0, 500).includes('@');
      // Two headers in one line: `To: abc@abc.be Subject: ...`.
      for (const more of line.slice(0, 500).matchAll(/\s(\p{L}{2,12})\s?:/gu)) {
        const label = headerLine(`${more[1]}:`)?.label;
        if (label) found.add(label);
      }
      end = at + 1;
      gap = 0;
      continue;
    }
    if (line.trim() === '' && !continues(lines, at)) break;
    gap++;
    // Long lists of recipients are wrapped.
    if (gap > maximumGap || line.length > 300) break;
    hasAddress ||= at <= start + 2 && /<?[^\s<>@]{1,64}@[^\s<>@]{1,190}>?/.test(line);
  }
  if (!found.has('from')) return null;
  const enough = found.size >= 3 && (found.has('subject') || hasAddress);
  const enoughUnderSeparator = underSeparator && found.size >= 2;
  return enough || enoughUnderSeparator ? end : null;
}

/** Some programs put an empty line between headers: then the next line is a header as well. */
const continues = (lines: readonly string[], at: number): boolean => headerLine(lines[at + 1] ?? '') !== null;

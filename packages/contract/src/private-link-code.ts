import { bindingAlphabet } from './binding-code.ts';

const form = /(?<![0-9A-Z])FP-?([0-9A-Z]{4})-?([0-9A-Z]{4})(?![0-9A-Z])/;

/**
 * The code that stands in a public text, by which whoever wrote there proves that a private chat is theirs, as it was given out: `FP-7K3M-9QTX`. It may
 * stand among other words, since platforms put names in front. Read as leniently as `bindingCodeIn`. Null where there is none.
 */
export function proofCodeIn(text: string): string | null {
  const found = form.exec(text.toUpperCase());
  if (!found) return null;
  const plain = `${found[1]}${found[2]}`.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if ([...plain].some((it) => !bindingAlphabet.includes(it))) return null;
  return `FP-${plain.slice(0, 4)}-${plain.slice(4)}`;
}

import type { OfficialFinding, OfficialVerdict } from '@fairlead/contract';

export type Reason = OfficialFinding['reasons'][number];

/** What is thought of one thing, and why. */
export interface Judgement {
  readonly verdict: OfficialVerdict;
  readonly label: string | null;
  readonly reasons: readonly Reason[];
}

export const because = (code: Reason['code'], of: string | null = null): Reason => ({ code, of });
export const judgement = (
  verdict: OfficialVerdict,
  reasons: readonly Reason[] = [],
  label: string | null = null,
): Judgement => ({ verdict, reasons, label: label || null });

/** Each reason once: nobody is told twice that something resembles the same. */
export function once(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ code, of }) => {
    const key = `${code} ${of ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

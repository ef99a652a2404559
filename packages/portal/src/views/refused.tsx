import type { Refusal } from '@fairlead/widget/session/refusal';
import { useSpeech } from './context.ts';

/** Why what was wished was not done. */
export function Refused({ refusal }: { refusal: Refusal | null }) {
  const { wire } = useSpeech();
  return refusal ? (
    <p class="refused" role="alert">
      {wire(`error.${refusal.code}`, refusal.params)}
    </p>
  ) : null;
}

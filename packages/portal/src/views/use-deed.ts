import { type Refusal, refusalOf } from '@fairlead/widget/session/refusal';
import { useState } from 'preact/hooks';

/** Something that is done once at a time: whether it is under way, and why it was refused last. */
export function useDeed(): {
  busy: boolean;
  refusal: Refusal | null;
  /** Answers whether it was done. */
  run: (work: () => Promise<void>) => Promise<boolean>;
  forget: () => void;
} {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return {
    busy,
    refusal,
    async run(work) {
      if (busy) return false;
      setBusy(true);
      setRefusal(null);
      try {
        await work();
        return true;
      } catch (error) {
        setRefusal(refusalOf(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    forget: () => setRefusal(null),
  };
}

import type { HeldText } from '@fairlead/widget/shield/find-held.ts';
import type { ShieldBox } from '@fairlead/widget/shield/shield-box.tsx';
import { useState } from 'preact/hooks';
import { useSpeech } from '../context.ts';

interface Held<Name extends string> extends HeldText {
  /** The field that it stands in. */
  readonly name: Name;
  readonly Box: typeof ShieldBox;
}

/** A slow network holds nobody up: the server looks as well. In milliseconds. */
const patience = 4000;

async function look<Name extends string>(texts: Record<Name, string>): Promise<Held<Name> | undefined> {
  const [{ findHeld }, { ShieldBox: Box }] = await Promise.all([
    import('@fairlead/widget/shield/find-held.ts'),
    import('@fairlead/widget/shield/shield-box.tsx'),
  ]);
  for (const name of Object.keys(texts) as Name[]) {
    const found = await findHeld(texts[name]);
    if (found) return { ...found, name, Box };
  }
  return undefined;
}

/**
 * Looks for secrets in what is about to be sent. `holds` answers whether it must not go, and shows why in `box`; what cannot be looked at in time goes, for the server
 * removes them too.
 */
export function useHoldBack<Name extends string>(on: {
  onRemove: (name: Name, left: string) => void;
  onAnyway: () => void;
}) {
  const { t, locale } = useSpeech();
  const [held, setHeld] = useState<Held<Name>>();
  return {
    holds: async (texts: Record<Name, string>): Promise<boolean> => {
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
      const found = await Promise.race([look(texts), late]).catch(() => undefined);
      setHeld(found);
      return found !== undefined;
    },
    box: held && (
      <held.Box
        text={held.text}
        found={held.found}
        t={t}
        place={{ channel: 'portal', locale }}
        onRemove={(left) => {
          setHeld(undefined);
          on.onRemove(held.name, left);
        }}
        onAnyway={() => {
          setHeld(undefined);
          on.onAnyway();
        }}
      />
    ),
  };
}

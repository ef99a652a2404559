import addressOf from 'virtual:catalogues';
import type { Catalogue } from '@fairlead/contract/format-message';
import { useEffect, useState } from 'preact/hooks';
import { useChatState } from '../views/context.ts';
import { partStyles } from '../views/part-styles.ts';
import { findHeld, type HeldText } from './find-held.ts';
import { ShieldBox } from './shield-box.tsx';

/** Secrets in a text that nobody may have, and what shows them; nothing where there are none. Nothing leaves the browser. */
export async function lookAt(text: string) {
  const held = await findHeld(text);
  if (!held) return undefined;
  partStyles().catch(() => undefined);
  return { ...held, Box: HeldBox };
}

interface Props extends HeldText {
  onRemove: (left: string) => void;
  onAnyway: () => void;
}

/** Until the words of the box are fetched again. In milliseconds. */
const pause = 2000;

/** The box, in the language that is shown; its words come when they can, what was found stands there at once. */
function HeldBox(props: Props) {
  const locale = useChatState((state) => state.locale);
  const [texts, setTexts] = useState<Catalogue>({});
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const read = () => {
      fetch(addressOf(`${locale}-shield`))
        .then((answer) => answer.json())
        .then(setTexts, () => {
          timer = setTimeout(read, pause);
        });
    };
    read();
    return () => clearTimeout(timer);
  }, [locale]);
  return <ShieldBox {...props} place={{ channel: 'chat', locale }} t={(key) => texts[key] ?? ''} />;
}

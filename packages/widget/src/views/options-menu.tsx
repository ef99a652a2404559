import { useSurroundings } from './context.ts';
import { Popup } from './popup.tsx';

/** A button that opens the customer's own settings. */
export function OptionsMenu() {
  const { texts } = useSurroundings();
  return (
    <Popup icon="more" label={texts.t('menu.open')} fetch={() => import('./options-box.tsx')}>
      {({ OptionsBox }) => <OptionsBox />}
    </Popup>
  );
}

import { useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';

export function CloseButton() {
  const { texts, close } = useSurroundings();
  return (
    <button type="button" class="icon-button" aria-label={texts.t('launcher.close')} onClick={close}>
      <Icon name="close" />
    </button>
  );
}

import type { Texts } from '../text/texts.ts';
import { Icon } from './icon.tsx';

/** The shape of what comes, until it does; it can be closed meanwhile. */
export function Skeleton({ texts, close }: { texts: Texts | null; close: () => void }) {
  return (
    <div class="panel skeleton" aria-busy="true">
      <div class="bar bar-bare">
        <span class="grow" />
        {/* Before the language has loaded there is one word for all. */}
        <button
          type="button"
          class="icon-button"
          aria-label={texts ? texts.t('launcher.close') : 'Close'}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
      <i class="bone bone-title" />
      <i class="bone bone-line" />
      <i class="bone bone-card" />
      <i class="bone bone-card" />
      <i class="bone bone-card" />
    </div>
  );
}

import { Icon } from '@fairlead/widget/views/icon.tsx';
import { usePortalState, useSpeech } from './context.ts';

/** That the page may be old, because nothing reaches it. */
export function Notices() {
  const { t } = useSpeech();
  const offline = usePortalState(({ link, phase }) => link === 'offline' && phase !== 'out');
  return (
    <div role="status">
      {offline && (
        <p class="notice">
          <Icon name="alert" />
          {t('page.offline')}
        </p>
      )}
    </div>
  );
}

import { usePortalState, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';

/** The ways to what one is told of without asking: announcements, and alerts for whom the exchange vouches. */
export function AlertsLink() {
  const { t } = useSpeech();
  const verified = usePortalState(({ person }) => person?.verified);
  return (
    <>
      <p class="aside">
        <Link to={{ at: 'announcements' }}>{t('news.title')}</Link>
      </p>
      {verified && (
        <p class="aside">
          <Link to={{ at: 'alerts' }}>{t('alerts.title')}</Link>
        </p>
      )}
    </>
  );
}

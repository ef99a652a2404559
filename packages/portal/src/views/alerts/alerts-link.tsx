import { usePortalState, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';

/** The way to one's alerts, for whom the exchange vouches. */
export function AlertsLink() {
  const { t } = useSpeech();
  const verified = usePortalState(({ person }) => person?.verified);
  return verified ? (
    <p class="aside">
      <Link to={{ at: 'alerts' }}>{t('alerts.title')}</Link>
    </p>
  ) : null;
}

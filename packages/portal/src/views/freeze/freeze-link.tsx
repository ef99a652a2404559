import { usePortalState, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';

/** The way to stop everything, for whom the exchange vouches. */
export function FreezeLink() {
  const { t } = useSpeech();
  const verified = usePortalState(({ person }) => person?.verified);
  return verified ? (
    <p class="aside">
      {t('freeze.question')} <Link to={{ at: 'freeze' }}>{t('freeze.title')}</Link>
    </p>
  ) : null;
}

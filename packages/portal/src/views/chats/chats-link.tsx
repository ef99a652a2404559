import { usePortalState, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';

/** The way to the chats that are tied to one's account, for whom the exchange vouches. */
export function ChatsLink() {
  const { t } = useSpeech();
  const verified = usePortalState(({ person }) => person?.verified);
  return verified ? (
    <p class="aside">
      <Link to={{ at: 'chats' }}>{t('chats.title')}</Link>
    </p>
  ) : null;
}

import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { buttonClass } from '../../ui/button.tsx';

/** The way back to the list of inboxes. */
export function BackToChannels() {
  const t = useT();
  return (
    <Link to="/channels" aria-label={t('channels.back')} className={`${buttonClass('quiet')} px-2!`}>
      <ArrowLeft className="size-4 rtl:-scale-x-100" />
    </Link>
  );
}

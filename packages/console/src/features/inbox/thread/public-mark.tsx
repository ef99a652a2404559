import type { Channel } from '@fairlead/contract';
import { Globe } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';

/** Marks what everybody reads on a platform. */
export function PublicMark({ channel }: { channel: Channel }) {
  const t = useT();
  return (
    <span className="inline-flex items-center gap-1 rounded-sm bg-warning-soft px-1 text-warning-text">
      <Globe className="size-3" aria-hidden />
      {t('inbox.thread.public_on', { platform: t(`inbox.channel.${channel}`) })}
    </span>
  );
}

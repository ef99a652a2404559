import type { AnnouncementState } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';

const tones: Record<AnnouncementState, Tone> = {
  draft: 'neutral',
  in_review: 'warning',
  approved: 'accent',
  scheduled: 'accent',
  published: 'success',
  corrected: 'success',
  withdrawn: 'danger',
};

/** How an announcement stands. */
export function StateBadge({ state }: { state: AnnouncementState }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`announcements.state.${state}`)}</Badge>;
}

import { useSpeech } from '../context.ts';
import { Link } from '../link.tsx';

/** The way to what customers look into by themselves. */
export function CheckLink() {
  const { t } = useSpeech();
  return (
    <p class="aside">
      <Link to={{ at: 'check', check: null }}>{t('check.title')}</Link>
    </p>
  );
}

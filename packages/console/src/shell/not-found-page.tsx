import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useT } from '../i18n/i18n.tsx';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useT();
  return (
    <main className="grid h-full content-center">
      <EmptyState
        level={1}
        icon={<Compass />}
        title={t('shell.not_found.title')}
        action={
          <Link to="/" className={buttonClass()}>
            {t('shell.not_found.back')}
          </Link>
        }
      >
        {t('shell.not_found.text')}
      </EmptyState>
    </main>
  );
}

import type { Permission } from '@fairlead/contract';
import type { AsyncRouteComponent, RouteComponent } from '@tanstack/react-router';
import { LockKeyhole } from 'lucide-react';
import { useT } from '../i18n/i18n.tsx';
import { useCan } from '../session.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** A page for agents who hold a permission; others are told so instead of seeing errors. */
export function guarded(permission: Permission, Page: AsyncRouteComponent<unknown>): RouteComponent {
  function Guarded() {
    const t = useT();
    const can = useCan();
    if (can(permission)) return <Page />;
    return (
      <EmptyState level={1} icon={<LockKeyhole />} title={t('shell.forbidden.title')}>
        {t('shell.forbidden.text')}
      </EmptyState>
    );
  }
  // The router fetches a page's code on hover through `preload`; its types know that of lazy components alone.
  return Object.assign(Guarded, { preload: Page.preload }) as unknown as RouteComponent;
}

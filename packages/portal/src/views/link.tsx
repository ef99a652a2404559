import type { ComponentChildren } from 'preact';
import { pathOf, type Route } from '../route.ts';
import { usePortal } from './context.ts';

interface Props {
  to: Route;
  class?: string;
  current?: boolean;
  children: ComponentChildren;
}

/** Leads to another page of the portal, without loading it anew; to a new tab or window as any link does. */
export function Link({ to, class: name, current, children }: Props) {
  const portal = usePortal();
  return (
    <a
      class={name}
      href={pathOf(to)}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        portal.go(to);
      }}
    >
      {children}
    </a>
  );
}

import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';

interface PageHeaderProps {
  title: string;
  description?: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
  /** Before the title, such as the way back. */
  leading?: ReactNode;
}

/** The head of a page; its title is the page's only `h1`. */
export function PageHeader({ title, description, actions, leading }: PageHeaderProps) {
  return (
    <header className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-gutter py-2">
      <PageTitle page={title} />
      {leading}
      <div className="min-w-0 flex-1 basis-56">
        <h1 className="text-lg font-semibold">{title}</h1>
        {description && <p className="text-sm text-ink-3">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

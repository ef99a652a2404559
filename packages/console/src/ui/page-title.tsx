import { createContext, type ReactNode, use } from 'react';
import { useT } from '../i18n/i18n.tsx';

const Count = createContext(0);

/** Puts a number before the title of every page below, so that a tab tells of it from behind others; 0 puts none. */
export function TitleCount({ count, children }: { count: number; children: ReactNode }) {
  return <Count value={count}>{children}</Count>;
}

/** The title of the window while a page is on screen. */
export function PageTitle({ page }: { page: string }) {
  const t = useT();
  const count = use(Count);
  return (
    <title>{count > 0 ? t('ui.page_title.counted', { count, page }) : t('ui.page_title', { page })}</title>
  );
}

import type { ArticleHit } from '@fairlead/contract';
import { ArticleBox } from '@fairlead/widget/help/article-box.tsx';
import { ArticleHints } from '@fairlead/widget/help/article-hints.tsx';
import { useState } from 'preact/hooks';
import { usePortal } from '../context.ts';

/** Articles that may answer what is being written, read over the form, which stays as it is. */
export function ArticlePart({ text }: { text: string }) {
  const { call } = usePortal().chat;
  const [open, setOpen] = useState<ArticleHit | null>(null);
  return (
    <>
      <ArticleHints text={text} call={call} onOpen={setOpen} />
      {open && <ArticleBox article={open} call={call} onClose={() => setOpen(null)} />}
    </>
  );
}

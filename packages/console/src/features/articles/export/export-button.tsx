import { FolderOutput } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { download } from '../../../ui/download.ts';
import { useToast } from '../../../ui/toast.tsx';

/** Gives what is published as a ZIP archive of a Markdown folder. */
export function ExportButton() {
  const t = useT();
  const toast = useToast();
  const [share, setShare] = useState<number | null>(null);
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  async function run() {
    const { signal } = leaving.current;
    setShare(0);
    try {
      const { zipFolder } = await import('./zip-folder.ts');
      const { archive, articles } = await zipFolder({ signal, onProgress: setShare });
      download(`articles-${new Date().toISOString().slice(0, 10)}.zip`, 'application/zip', archive);
      toast.show({ title: t('articles.export.done', { count: articles }), tone: 'success' });
    } catch (error) {
      if (!signal.aborted) toast.error(error);
    } finally {
      if (!signal.aborted) setShare(null);
    }
  }
  return (
    <Button icon={<FolderOutput />} loading={share !== null} onClick={() => void run()}>
      {share === null
        ? t('articles.export')
        : t('articles.export.working', { percent: Math.floor(share * 100) })}
    </Button>
  );
}

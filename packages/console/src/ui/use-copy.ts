import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { useToast } from './toast.tsx';

/** Copies text; `copied` stays true for two seconds, for a tick on the button. A refusal is said in a toast. */
export function useCopy(): { copied: boolean; copy: (text: string) => void } {
  const t = useT();
  const toast = useToast();
  const [copied, setCopied] = useState(false);
  const timer = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = (text: string) => {
    // Absent outside secure contexts, for example on http:// by address.
    const writing = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => {
        setCopied(true);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setCopied(false), 2000);
      },
      () => toast.show({ title: t('ui.copy.refused'), tone: 'danger' }),
    );
  };
  return { copied, copy };
}

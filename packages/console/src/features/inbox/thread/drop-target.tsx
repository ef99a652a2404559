import { Paperclip } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';

interface DropTargetProps {
  enabled: boolean;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}

/** The thread and its composer as one place to drop files on. The picker does the same without a pointer. */
export function DropTarget({ enabled, onFiles, children }: DropTargetProps) {
  const t = useT();
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: only the balance says whether the pointer is still here.
  const depth = useRef(0);
  const withFiles = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  const change = (event: DragEvent, step: 1 | -1) => {
    if (!withFiles(event)) return;
    depth.current += step;
    setOver(depth.current > 0);
  };
  return (
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragEnter={(event) => change(event, 1)}
      onDragLeave={(event) => change(event, -1)}
      onDragOver={(event) => withFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!withFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-2 z-10 grid place-items-center rounded-xl border-2 border-dashed border-accent bg-surface/90">
          <p className="flex items-center gap-2 font-medium text-accent-text">
            <Paperclip className="size-5" aria-hidden />
            {t('inbox.drop')}
          </p>
        </div>
      )}
    </div>
  );
}

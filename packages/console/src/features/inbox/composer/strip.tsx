import type { ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';

const tones = {
  calm: 'bg-surface text-ink-2',
  warning: 'bg-warning-soft text-warning-text',
  danger: 'bg-danger-soft text-danger-text',
};

/** A line above what is written, of what a reply is going to meet. */
export function Strip(props: { tone: keyof typeof tones; icon: ReactNode; children: ReactNode }) {
  return (
    <div
      role="note"
      className={cx(
        'flex items-center gap-2 rounded-t-[7px] border-b border-line px-3 py-1 text-sm [&>svg]:size-4 [&>svg]:shrink-0',
        tones[props.tone],
      )}
    >
      {props.icon}
      {props.children}
    </div>
  );
}

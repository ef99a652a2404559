import { type ReactNode, useId } from 'react';

/** A titled part beside the thread. */
export function Section(props: { title: string; actions?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="px-4 py-3.5">
      <div className="mb-1.5 flex min-h-7 items-center gap-2">
        <h2 id={id} className="min-w-0 flex-1 text-sm font-medium text-ink-2">
          {props.title}
        </h2>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}

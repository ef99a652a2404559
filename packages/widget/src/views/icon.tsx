const drawings = {
  alert: 'M12 8v5m0 3.2v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  back: 'm15 5-7 7 7 7',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  checks: 'm2.5 12.5 4.5 4.5 8.5-9.5m-3.5 8.5 1 1 8.5-9.5',
  clip: 'm20 11.5-8.2 8.2a5.3 5.3 0 0 1-7.5-7.5l8.5-8.5a3.5 3.5 0 0 1 5 5l-8.5 8.4a1.8 1.8 0 0 1-2.5-2.5l7.7-7.6',
  clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  down: 'M12 5v14m-6-6 6 6 6-6',
  external: 'M14 4h6v6m0-6-9 9M18 14v6H4V6h6',
  file: 'M14 3H6v18h12V7zm0 0v4h4',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  next: 'm9 5 7 7-7 7',
  retry: 'M20 11a8 8 0 1 0-2 6m2-12v6h-6',
  send: 'M12 19V5m-6 6 6-6 6 6',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-3.5 11c1 1.3 2.2 2 3.5 2s2.5-.7 3.5-2M9 9.5v.1m6-.1v.1',
  write: 'M4 20h4L19.5 8.5l-4-4L4 16zM13 7l4 4',
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside a word, or in a button that has a name: never by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}

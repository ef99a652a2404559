import { Fragment } from 'react';
import { cx } from './cx.ts';

const apple = /mac|iphone|ipad/i.test(navigator.userAgent);
const names: Record<string, string> = {
  mod: apple ? '⌘' : 'Ctrl',
  shift: apple ? '⇧' : 'Shift',
  alt: apple ? '⌥' : 'Alt',
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: '␣',
};

/** Keys as the registry writes them (`mod+k`, `g i`), drawn as this keyboard names them. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cx('inline-flex items-center gap-1 font-sans', className)}>
      {keys.split(' ').map((chord, index) => (
        <Fragment key={`${chord}-${index}`}>
          {chord.split(/\+(?=.)/).map((key) => (
            <kbd
              key={key}
              className="inline-grid h-4.5 min-w-4.5 place-items-center rounded-sm border border-line-2 bg-sunken px-1 font-sans text-2xs leading-none text-ink-2"
            >
              {names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

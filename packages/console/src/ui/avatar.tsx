import type { Presence } from '@fairlead/contract';
import type { CSSProperties } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { cx } from './cx.ts';
import { initialsOf } from './initials.ts';
import { PresenceDot } from './presence-dot.tsx';

const sizes = {
  xs: 'size-5 text-[9px]',
  sm: 'size-6 text-2xs',
  md: 'size-8 text-xs',
  lg: 'size-11 text-base',
};

interface AvatarProps {
  /** Null for a visitor without a name. */
  name: string | null;
  /** Degrees on the colour wheel; the same person always has the same. */
  hue: number;
  size?: keyof typeof sizes;
  /** Draws a dot with the state at the corner, and says it. */
  presence?: Presence;
  className?: string;
}

/** A person in two letters and a colour. Decorative: the name must stand beside it or on the control. */
export function Avatar({ name, hue, size = 'md', presence, className }: AvatarProps) {
  const t = useT();
  return (
    <span className={cx('relative inline-flex shrink-0', className)}>
      <span
        aria-hidden
        // Generated content: a control's visible words must be in its name, and initials are a drawing, not words.
        data-initials={initialsOf(name)}
        style={{ '--hue': hue } as CSSProperties}
        className={cx(
          'avatar-hue grid place-items-center rounded-full font-semibold tracking-tight select-none before:content-[attr(data-initials)]',
          sizes[size],
        )}
      />
      {presence && (
        <>
          <PresenceDot presence={presence} className="absolute -end-0.5 -bottom-0.5 ring-2 ring-surface" />
          <span className="sr-only">{t(`ui.presence.${presence}`)}</span>
        </>
      )}
    </span>
  );
}

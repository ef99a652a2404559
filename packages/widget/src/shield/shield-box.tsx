import { useEffect, useRef } from 'preact/hooks';
import type { HeldText } from './find-held.ts';
import { type HeldPlace, tellHeldBack } from './tell-held-back.ts';
import { partsOf, withoutFound, worstOf } from './without-found.ts';

type Key = `shield.${'wallet' | 'account' | 'card' | 'remove' | 'anyway'}`;

interface Props extends HeldText {
  t: (key: Key) => string;
  place: HeldPlace;
  /** Takes the text without it. */
  onRemove: (left: string) => void;
  onAnyway: () => void;
}

/** Why a text was not sent: what was found stands out in it. What proves itself to be a secret cannot be sent; what only looks like one can. */
export function ShieldBox({ text, found, t, place, onRemove, onAnyway }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  // Each text once, however often it is tried.
  useEffect(() => tellHeldBack(found, place), [text]);
  const why = t(`shield.${worstOf(found)}`);
  return (
    <div class="shield" role="alertdialog" aria-label={why}>
      <p>{why}</p>
      <p class="shield-text" dir="auto">
        {partsOf(text, found).map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}
      </p>
      <button
        ref={first}
        type="button"
        class="button"
        onClick={(event) => {
          event.currentTarget.form?.querySelector('textarea')?.focus();
          onRemove(withoutFound(text, found));
        }}
      >
        {t('shield.remove')}
      </button>{' '}
      {found.every(({ certainty }) => certainty === 'likely') && (
        <button type="button" class="text-button" onClick={onAnyway}>
          {t('shield.anyway')}
        </button>
      )}
    </div>
  );
}

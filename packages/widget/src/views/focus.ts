const focusable = 'a[href],button:not([disabled]),textarea,input,select,video[controls],[tabindex="0"]';

/** Keeps Tab inside: a panel that covers the screen has nothing behind it to reach. */
export function trapFocus(event: KeyboardEvent, root: HTMLElement): void {
  const all = [...root.querySelectorAll<HTMLElement>(focusable)].filter(
    (it) => it.tabIndex >= 0 && it.checkVisibility(),
  );
  const edge = event.shiftKey ? all[0] : all.at(-1);
  const target = event.shiftKey ? all.at(-1) : all[0];
  if (document.activeElement !== edge || !target) return;
  event.preventDefault();
  target.focus();
}

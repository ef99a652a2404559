const ways: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };

/** Moves the focus to the neighbouring button of a group by the arrow keys. */
export function moveFocus(event: KeyboardEvent): void {
  const way = ways[event.key];
  const { currentTarget: group, target } = event;
  if (!way || !(group instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const buttons = [...group.querySelectorAll('button')];
  const next = buttons[buttons.findIndex((button) => button === target) + way];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

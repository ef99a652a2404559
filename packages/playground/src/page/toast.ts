const shownMilliseconds = 6000;

type Listener = (text: string | undefined) => void;
let listener: Listener | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells the customer what has just happened; it goes away by itself. */
export function say(text: string): void {
  clearTimeout(timer);
  listener?.(text);
  timer = setTimeout(() => listener?.(undefined), shownMilliseconds);
}

/** The place that shows what is said. */
export function onSay(next: Listener): () => void {
  listener = next;
  return () => {
    listener = undefined;
  };
}

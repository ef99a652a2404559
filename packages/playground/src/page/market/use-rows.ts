import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** How many rows of a height fit into an element, so that none is cut; follows its size. */
export function useRows<E extends HTMLElement>(
  rowHeight: number,
  least: number,
): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [rows, setRows] = useState(least);

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watch = new ResizeObserver(() =>
      setRows(Math.max(least, Math.floor((element.clientHeight + 0.5) / rowHeight))),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [rowHeight, least]);

  return [ref, rows];
}

import { useEffect, useState } from 'preact/hooks';
import { onSay } from './toast.ts';

/** Shows, and reads out, what has just happened. */
export function ToastLine() {
  const [text, setText] = useState<string>();
  useEffect(() => onSay(setText), []);
  return (
    <div class="toast-place" role="status">
      {text ? <p class="toast">{text}</p> : null}
    </div>
  );
}

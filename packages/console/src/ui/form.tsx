import { type ReactNode, useEffect, useRef, useState } from 'react';

interface FormProps {
  /** Whether it may be sent; an attempt to send an invalid form shows its errors and goes to the first. */
  valid: boolean;
  onSubmit: () => void;
  /** `tried` becomes true with the first attempt: before it, nobody is told that an empty field is wrong. */
  children: (tried: boolean) => ReactNode;
  id?: string;
  className?: string;
}

/** A form whose errors are in the reader's language, which the browser's own are not. */
export function Form({ valid, onSubmit, children, id, className }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [attempts]);
  return (
    <form
      ref={form}
      id={id}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a dialog sits, for React, inside the form of its page.
        event.stopPropagation();
        if (valid) onSubmit();
        else setAttempts((count) => count + 1);
      }}
    >
      {children(attempts > 0)}
    </form>
  );
}

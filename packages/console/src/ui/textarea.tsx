import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { controlClass } from './input.tsx';

interface TextareaProps extends ComponentProps<'textarea'> {
  mono?: boolean;
}

/** Several lines of text; grows with them up to 40 % of the window. Inside a Field it takes its label, hint and error. */
export function Textarea({ className, mono, rows = 3, ...rest }: TextareaProps) {
  return (
    <Field.Control
      render={
        <textarea
          rows={rows}
          className={cx(
            controlClass,
            'field-sizing-content max-h-[40vh] resize-none px-2.5 py-1.5 leading-5',
            mono && 'font-mono text-sm',
            className,
          )}
          {...rest}
        />
      }
    />
  );
}

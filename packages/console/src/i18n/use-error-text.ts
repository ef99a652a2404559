import { CallError } from '@fairlead/contract';
import { useCallback } from 'react';
import { useT } from './i18n.tsx';

/** Says what went wrong in the reader's language; knows the coded errors of the contract. */
export function useErrorText(): (error: unknown) => string {
  const t = useT();
  // The same as long as the language is: what is shown with it would be shown anew, or closed, with every drawing.
  return useCallback(
    (error) => (error instanceof CallError ? t(`error.${error.code}`, error.params) : t('ui.error.unknown')),
    [t],
  );
}

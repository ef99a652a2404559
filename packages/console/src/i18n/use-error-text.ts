import { CallError } from '@fairlead/contract';
import { useT } from './i18n.tsx';

/** Says what went wrong in the reader's language; knows the coded errors of the contract. */
export function useErrorText(): (error: unknown) => string {
  const t = useT();
  return (error) =>
    error instanceof CallError ? t(`error.${error.code}`, error.params) : t('ui.error.unknown');
}

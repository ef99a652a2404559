import { CallError } from '@fairlead/contract';

/** The refusal of settings by which fewer examples would be right, or undefined for anything else. */
export const fallOf = (error: unknown): CallError | undefined =>
  error instanceof CallError && error.code === 'assistant.examples_fall' ? error : undefined;

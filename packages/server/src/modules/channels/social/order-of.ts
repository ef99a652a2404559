import { Failure } from '../../../platform/fail.ts';
import type { ChannelAdapter, RawRequest } from '../port.ts';

/** What a platform is told to do at once by what it sent. What is not understood is said so when it is taken in; here it orders nothing. */
export function orderOf(adapter: ChannelAdapter, raw: RawRequest): object | null {
  try {
    return adapter.respond?.(raw) ?? null;
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

import { CallError, createClient, type ErrorBody } from '@fairlead/contract';
import { QueryCache, QueryClient } from '@tanstack/react-query';

type Listener = () => void;
const signedOutListeners = new Set<Listener>();

/** Calls `listener` whenever the server says that nobody is signed in any more. Returns the way to stop. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Watches every answer, because a session can end under any call, not only under those a screen waits for. */
const watchedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status === 401) {
    const body: Partial<ErrorBody> = await response
      .clone()
      .json()
      .catch(() => ({}));
    if (body.error?.code === 'access.not_signed_in') for (const listener of signedOutListeners) listener();
  }
  return response;
};

/** Calls an endpoint of the contract as the signed-in agent; throws CallError. */
export const call = createClient({
  baseUrl: '',
  // A page of another origin cannot add this header, so the server demands it on cookie-authenticated writes.
  headers: () => ({ 'x-fairlead-console': '1' }),
  fetch: watchedFetch,
});

/** Whether trying the same again may help: no answer, or a fault of the server. */
function isTransient(error: unknown): boolean {
  return error instanceof CallError && (error.status === 0 || error.status >= 500);
}

/** The cache of everything that was loaded. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      // The policy changed while this agent was at work: reading oneself again shows the set-up.
      if (error instanceof CallError && error.code === 'access.two_factor_required') {
        void queryClient.invalidateQueries({ queryKey: ['access', 'me'] });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // `always`: offline must end in an error that says so, not in a skeleton that waits for ever.
      networkMode: 'always',
      retry: (count, error) => count < 2 && isTransient(error),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

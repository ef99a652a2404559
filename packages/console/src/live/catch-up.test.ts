import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { catchUp } from './catch-up.ts';
import { draftsKey } from './draft-to-cache.ts';

/** A screen that shows drafts, and the answers that the server still owes it. */
function screen() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const owed: PromiseWithResolvers<string>[] = [];
  const observer = new QueryObserver(client, {
    queryKey: draftsKey('a'),
    queryFn: () => {
      const answer = Promise.withResolvers<string>();
      owed.push(answer);
      return answer.promise;
    },
  });
  observer.subscribe(() => {});
  const shown = async (text: string) => {
    await expect.poll(() => observer.getCurrentResult().data).toBe(text);
  };
  return { client, owed, shown };
}

it('fetches again what was asked before one listened, once that has come', async () => {
  const { client, owed, shown } = screen();
  catchUp(client);
  expect(owed).toHaveLength(1);
  owed[0]?.resolve('as it was before');
  await expect.poll(() => owed.length).toBe(2);
  owed[1]?.resolve('as it is');
  await shown('as it is');
});

it('fetches again what failed before one listened', async () => {
  const { client, owed, shown } = screen();
  catchUp(client);
  owed[0]?.reject(new Error('not reached'));
  await expect.poll(() => owed.length).toBe(2);
  owed[1]?.resolve('as it is');
  await shown('as it is');
});

it('begins anew at once what is being fetched again', async () => {
  const { client, owed, shown } = screen();
  owed[0]?.resolve('long ago');
  await shown('long ago');
  void client.invalidateQueries({ queryKey: draftsKey('a') });
  catchUp(client);
  expect(owed).toHaveLength(3);
  owed[2]?.resolve('as it is');
  await shown('as it is');
  owed[1]?.resolve('as it was before');
  await shown('as it is');
});

import { expect, test } from 'vitest';
import { rememberedDns } from './remembered-dns.ts';

function world(answer: () => Promise<string[][]>) {
  const asked: string[] = [];
  let now = 0;
  const resolve = rememberedDns(
    (name, type) => {
      asked.push(`${type} ${name}`);
      return answer();
    },
    () => now,
  );
  return { asked, resolve, pass: (milliseconds: number) => (now += milliseconds) };
}
const failing = (code: string) => async (): Promise<string[][]> => {
  throw Object.assign(new Error(code), { code });
};

test('asks once for many who ask at the same time, and again after a while', async () => {
  const { asked, resolve, pass } = world(async () => [['v=spf1 -all']]);
  const answers = await Promise.all([resolve('a.example', 'TXT'), resolve('A.example', 'TXT')]);
  expect(answers).toEqual([[['v=spf1 -all']], [['v=spf1 -all']]]);
  await resolve('a.example', 'MX');
  expect(asked).toEqual(['TXT a.example', 'MX a.example']);
  pass(300_001);
  await resolve('a.example', 'TXT');
  expect(asked).toHaveLength(3);
});

test.each([
  ['that there is no such record is believed as long', 'ENOTFOUND', 1],
  ['a name server that does not answer is asked again sooner', 'ETIMEOUT', 2],
])('%s', async (_what, code, times) => {
  const { asked, resolve, pass } = world(failing(code));
  await expect(resolve('a.example', 'TXT')).rejects.toMatchObject({ code });
  pass(29_000);
  await expect(resolve('a.example', 'TXT')).rejects.toMatchObject({ code });
  expect(asked).toHaveLength(1);
  pass(2_000);
  await expect(resolve('a.example', 'TXT')).rejects.toMatchObject({ code });
  expect(asked).toHaveLength(times);
});

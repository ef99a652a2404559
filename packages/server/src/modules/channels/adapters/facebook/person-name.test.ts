import { describe, expect, test } from 'vitest';
import { context, graph, psid } from './facebook.testing.ts';
import { personName } from './person-name.ts';

describe('the name of who writes', () => {
  test.each([
    [{ name: 'Cinderella Hoover', id: psid }, 'Cinderella Hoover'],
    [{ first_name: 'Minh', last_name: 'Anh' }, 'Minh Anh'],
    [{ id: psid }, null],
    [{ name: 7 }, null],
  ])('%j is %s', async (body, expected) => {
    const { ask, asked } = graph({ body });
    expect(await personName(psid, { ...context(ask), ask })).toBe(expected);
    expect(asked[0]?.url.pathname).toBe(`/v25.0/${psid}`);
  });

  test('is not asked for of comments, which say it', async () => {
    const { ask, asked } = graph({ body: {} });
    expect(await personName('comment:31', { ...context(ask), ask })).toBeNull();
    expect(asked).toEqual([]);
  });
});

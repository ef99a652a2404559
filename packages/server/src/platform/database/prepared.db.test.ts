import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { prepared } from './prepared.ts';

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
});

test('a marked statement is parsed once on its connection and takes new values each time; others are not kept', async () => {
  const kept = await server.platform.database.write(async ({ sql: on }) => {
    const answers: number[] = [];
    for (const value of [1, 2]) {
      const { rows } = await sql<{ answer: number }>`${prepared} select ${value}::int + 40 as answer`.execute(
        on,
      );
      await sql`select ${value}::int + 41 as answer`.execute(on);
      answers.push(...rows.map((row) => row.answer));
    }
    const { rows } = await sql<{ statement: string; runs: number }>`
      select statement, generic_plans + custom_plans as runs from pg_prepared_statements where statement like '%as answer'
    `.execute(on);
    return { answers, rows };
  });
  expect(kept).toEqual({
    answers: [41, 42],
    rows: [{ statement: '/* prepared */ select $1::int + 40 as answer', runs: 2 }],
  });
});

test('a column that is added to a table meanwhile does not disturb statements that name theirs', async () => {
  const { database } = server.platform;
  const place = await database.write(async ({ sql: on }) => {
    await sql`create temporary table things (id int) on commit drop`.execute(on);
    await sql`insert into things values (1)`.execute(on);
    const read = () => sql<{ id: number }>`${prepared} select id from things`.execute(on);
    const before = await read();
    await sql`alter table things add column name text`.execute(on);
    return [...before.rows, ...(await read()).rows];
  });
  expect(place).toEqual([{ id: 1 }, { id: 1 }]);
});

import { Pool } from 'pg';

/** The plain way on a database: each row in a transaction of its own. */
export async function rawInserts(connectionString: string, clients: number) {
  const pool = new Pool({ connectionString, max: clients });
  await pool.query(
    'create table if not exists bench_raw (id uuid primary key, conversation_id uuid, seq int, body text, created_at timestamptz)',
  );
  return {
    insert: () =>
      pool.query('insert into bench_raw values (gen_random_uuid(), gen_random_uuid(), 1, $1, now())', [
        'My withdrawal of 1,250 USDT has been under review since yesterday evening.',
      ]),
    async stop() {
      await pool.query('drop table bench_raw');
      await pool.end();
    },
  };
}

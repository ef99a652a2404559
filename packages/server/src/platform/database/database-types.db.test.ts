import { expect, test } from 'vitest';
import { generateDatabaseTypes } from '../../../../../scripts/generate-database-types.ts';
import { createTestDatabase } from '../../testing/test-database.ts';
import { migrate } from './migrate.ts';

test('the committed types are those of the migrations', async () => {
  expect(generateDatabaseTypes(await createTestDatabase(), true)).toBe(true);
});

test('migrating twice, and from several nodes at once, changes nothing', async () => {
  const database = await createTestDatabase();
  expect(await Promise.all([migrate(database), migrate(database), migrate(database)])).toEqual([[], [], []]);
});

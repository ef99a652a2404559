import type { KyselyPlugin } from 'kysely';
import type { TestServer } from '../testing/test-server.ts';

/** Reads of one table that are answered late. */
interface SlowReads {
  /** The database has answered such a read, and nobody has been told. */
  readonly reached: Promise<void>;
  /** Lets the answers through, these and later ones. */
  release(): void;
}

/** Holds back what the database answers to a node's reads of a table, as a busy machine might, so that a race has its loser. */
export function slowReads({ platform: { database } }: TestServer, table: string): SlowReads {
  const whole = { ...database };
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const late = new WeakSet<object>();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      if (JSON.stringify(node).includes(`"name":"${table}"`)) late.add(queryId);
      return node;
    },
    async transformResult({ result, queryId }) {
      if (!late.has(queryId)) return result;
      reached.resolve();
      await released.promise;
      return result;
    },
  };
  database.reader = () => {
    const { sql, now } = whole.reader();
    return { sql: sql.withPlugin(plugin), now };
  };
  return {
    reached: reached.promise,
    release() {
      Object.assign(database, whole);
      released.resolve();
    },
  };
}

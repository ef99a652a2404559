import { describe, expect, test } from 'vitest';
import { findBreaches, importsOf, type Source } from './check-architecture.ts';

const at = (path: string, text: string): Source => ({ path, text, imports: importsOf(path, text) });
const module = (path: string, text: string) => at(`packages/server/src/modules/${path}`, text);

describe('the rules of the house', () => {
  test.each([
    [
      'past a door',
      module('people/routes.ts', "import { a } from '../access/account-store.ts';"),
      /past its door/,
    ],
    ['upwards', module('people/routes.ts', "import { a } from '../routing/index.ts';"), /calls up/],
    ['types too', module('access/routes.ts', "import type { A } from '../people/index.ts';"), /calls up/],
    ['re-exports too', module('access/index.ts', "export { a } from '../people/index.ts';"), /calls up/],
    [
      'dynamic imports too',
      module('access/a.ts', "const a = await import('../people/index.ts');"),
      /calls up/,
    ],
    [
      'from the platform',
      at('packages/server/src/platform/a.ts', "import { a } from '../modules/people/index.ts';"),
      /platform imports/,
    ],
    [
      'an adapter',
      module('channels/adapters/chat.ts', "import { a } from '../ingest.ts';"),
      /adapter imports/,
    ],
    ['SQL', module('people/routes.ts', 'await tx.sql.selectFrom("agents").execute()'), /SQL outside/],
    ['raw SQL', module('people/routes.ts', "import { sql } from 'kysely';"), /SQL outside/],
    ['a pool', at('packages/server/src/pages/a.ts', "import pg from 'pg';"), /opens the database/],
    ['the environment', module('people/routes.ts', 'const a = process.env.PORT;'), /environment/],
    ['the clock', module('people/routes.ts', 'const a = new Date();'), /clock/],
    [
      'another package',
      at('packages/console/src/a.ts', "import { a } from '../../server/src/b.ts';"),
      /past its package/,
    ],
    ['a module without a place', module('fortune/index.ts', ''), /no place/],
    ['a name that says nothing', module('people/utils.ts', ''), /named after nothing/],
  ])('notices %s', (_name, source, breach) => {
    expect(findBreaches([source]).join('\n')).toMatch(breach);
  });

  test('notices a cycle of values, not one of types', () => {
    const cycle = (type: string) => [
      module('people/a.ts', `import ${type}{ b } from './b.ts';`),
      module('people/b.ts', "import { a } from './a.ts';"),
    ];
    expect(findBreaches(cycle('')).join()).toContain('import cycle');
    expect(findBreaches(cycle('type '))).toEqual([]);
  });

  test('allows what is right', () => {
    expect(findBreaches([module('people/routes.ts', "import { a } from '../access/index.ts';")])).toEqual([]);
  });
});

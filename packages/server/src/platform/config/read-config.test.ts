import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './read-config.ts';

test('what is not said has its default', () => {
  expect(readConfig({})).toMatchObject({ PORT: 4800, HOST: '127.0.0.1', ROLE: 'all', DEMO: undefined });
  expect(readConfig({ PORT: '' }).PORT).toBe(4800);
});

test.each([
  [['--port', '4900'], { PORT: 4900 }],
  [['--port=4901'], { PORT: 4901 }],
  [['--no-demo'], { DEMO: false }],
  [['--demo'], { DEMO: true }],
  [['--data-directory', '/tmp/x', '--no-demo'], { DATA_DIRECTORY: '/tmp/x', DEMO: false }],
])('the command line %j goes before the environment', (options, config) => {
  expect(readConfig({ PORT: '1', DEMO: 'true' }, options)).toMatchObject(config);
});

test.each([
  ['a port that is none', { PORT: 'x' }, []],
  ['a role that is none', { ROLE: 'boss' }, []],
  ['a secret too short to protect anything', { SECRET: 'short' }, []],
  ['a database that is none', { DATABASE_URL: 'mysql://x' }, []],
  ['an unknown option', {}, ['--prot', '1']],
  ['an option without its value', {}, ['--port']],
  ['a stray word', {}, ['web']],
])('%s is refused by name', (_name, environment, options) => {
  expect(() => readConfig(environment, options)).toThrow(ConfigError);
});

test('all that is wrong is said at once', () => {
  expect(() => readConfig({ PORT: 'x', ROLE: 'boss' })).toThrow(/PORT[\s\S]*ROLE/);
});

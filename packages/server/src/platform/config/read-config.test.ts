import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './read-config.ts';
import { wantsDemo } from './wants-demo.ts';

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
  ['a proxy that is a name', { TRUST_PROXY: 'proxy.example.com' }, []],
  ['a proxy beside a flag', { TRUST_PROXY: 'true,10.0.0.1' }, []],
  ['an unknown option', {}, ['--prot', '1']],
  ['an option without its value', {}, ['--port']],
  ['a stray word', {}, ['web']],
])('%s is refused by name', (_name, environment, options) => {
  expect(() => readConfig(environment, options)).toThrow(ConfigError);
});

test('all that is wrong is said at once', () => {
  expect(() => readConfig({ PORT: 'x', ROLE: 'boss' })).toThrow(/PORT[\s\S]*ROLE/);
});

test.each([
  ['', false],
  ['false', false],
  ['true', 'nearest'],
  ['1', 'nearest'],
  ['loopback', ['loopback']],
  ['loopback, 10.0.0.0/8', ['loopback', '10.0.0.0/8']],
])('TRUST_PROXY=%s is %j', (value, proxies) => {
  expect(readConfig({ TRUST_PROXY: value }).TRUST_PROXY).toEqual(proxies);
});

test.each([
  [{}, true],
  [{ HOST: 'localhost' }, true],
  [{ HOST: '0.0.0.0' }, false],
  [{ PUBLIC_URL: 'https://support.example.com' }, false],
  [{ TRUST_PROXY: 'loopback' }, false],
  [{ DATABASE_URL: 'postgres://db.example.com/fairlead' }, false],
  [{ DEMO: 'false' }, false],
  [{ DEMO: 'true', HOST: '0.0.0.0', PUBLIC_URL: 'https://demo.example.com' }, true],
])('%j wants the demo: %s', (environment, demo) => {
  expect(wantsDemo(readConfig(environment))).toBe(demo);
});

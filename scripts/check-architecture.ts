import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { root } from './run-step.ts';

/** A source file and what it imports: paths from the project's folder for relative imports, names for packages. */
export interface Source {
  path: string;
  text: string;
  imports: string[];
}

/** Which module may import which: those further right may use those further left. Adding a module means placing it here. */
const order = [
  'access',
  'people',
  'channels',
  'conversations',
  'translation',
  'tickets',
  'routing',
  'sla',
  'automation',
  'helpcenter',
  'official',
  'exchange',
  'alerts',
  'announcements',
  'assistant',
  'compliance',
  'integrations',
];
const modules = 'packages/server/src/modules/';
const longest = 500;

/** Reads the server's sources and answers every breach of the rules, a line each. */
export function checkArchitecture(): string[] {
  const folders = [
    'packages/contract/src',
    'packages/chains/src',
    'packages/shield/src',
    'packages/search/src',
    'packages/understanding/src',
    'packages/markdown/src',
    'packages/server/src',
    'packages/console/src',
    'packages/widget/src',
    'packages/portal/src',
    'packages/playground/src',
  ];
  return findBreaches(folders.flatMap(readSources));
}

/** The rules of ARCHITECTURE.md that concern who imports whom and what stands where. */
export function findBreaches(sources: readonly Source[]): string[] {
  return [...sources.flatMap(breachesOf), ...findCycles(sources)];
}

function breachesOf(source: Source): string[] {
  const { path, text, imports } = source;
  const isTest = /\.test\.tsx?$|\/testing\/|\.testing\.ts$/.test(path);
  const breaches: string[] = [];
  const breach = (rule: string) => breaches.push(`${path}: ${rule}`);
  // What a machine wrote is not read through.
  if (text.split('\n').length > longest && !path.endsWith('/database-types.ts'))
    breach(`is longer than ${longest} lines`);
  if (/\/(utils?|helpers?|common|manager)(\.tsx?|\/)/.test(path)) breach('is named after nothing');
  if (isTest) return breaches;

  const own = moduleOf(path);
  for (const target of imports) {
    const other = moduleOf(target);
    if (path.includes('/platform/') && (other || target.includes('/pages/') || target.includes('/demo/'))) {
      breach(`the platform imports ${target}`);
    }
    if (own && other && own !== other) {
      if (!target.endsWith(`/${other}/index.ts`)) breach(`reaches into ${target} past its door`);
      if (order.indexOf(other) > order.indexOf(own)) breach(`${own} calls up to ${other}`);
    }
    if (
      path.includes('/channels/adapters/') &&
      other &&
      !target.endsWith('/port.ts') &&
      !besides(path, target)
    )
      breach(`an adapter imports ${target}`);
    if (target.startsWith('packages/') && packageOf(target) !== packageOf(path)) {
      breach(`imports ${target} past its package's name`);
    }
    if (target.includes('/testing/')) breach(`imports ${target}, which is for tests`);
    if (target === 'kysely' && own && !path.endsWith('-store.ts')) breach('builds SQL outside of a store');
    if (target === 'pg' && !/platform\/(database|embedded-postgres)\//.test(path))
      breach('opens the database itself');
  }
  if (own && !order.includes(own)) breach(`the module ${own} has no place in the order`);
  if (
    own &&
    !path.endsWith('-store.ts') &&
    /\.sql\s*\n?\s*\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text)
  ) {
    breach('builds SQL outside of a store');
  }
  if (
    packageOf(path) === 'server' &&
    text.includes('process.env') &&
    !/platform\/config\/|src\/main\.ts$/.test(path)
  ) {
    breach('reads the environment outside of platform/config');
  }
  if (
    packageOf(path) === 'server' &&
    /\bnew Date\(\)|\bDate\.now\(\)/.test(text) &&
    own &&
    !/identify|presence/.test(path)
  ) {
    breach('asks the time past the clock');
  }
  return breaches;
}

/** An adapter of several files has a folder of its own, whose files may use each other. */
const besides = (path: string, target: string): boolean =>
  dirname(path) === dirname(target) && !path.endsWith('/adapters/' + path.split('/').at(-1));

const moduleOf = (path: string): string | undefined =>
  path.startsWith(modules) && path.slice(modules.length).includes('/')
    ? path.slice(modules.length).split('/')[0]
    : undefined;
const packageOf = (path: string): string | undefined =>
  path.startsWith('packages/') ? path.split('/')[1] : undefined;

/** Import cycles between files; type-only imports do not count, since they are gone at run time. */
function findCycles(sources: readonly Source[]): string[] {
  const graph = new Map(sources.map((source) => [source.path, valueImports(source)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      cycles.push(`import cycle: ${[...trail.slice(at), path].join(' -> ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}

function readSources(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const path = join(folder, file);
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

/** What a file imports, types included. */
export function importsOf(path: string, text: string): string[] {
  const { module } = parseSync(path, text);
  const named = [
    ...module.staticImports.map((it) => it.moduleRequest.value),
    ...module.staticExports.flatMap((it) => it.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap((it) => {
      const literal = /^['"](.+)['"]$/.exec(text.slice(it.moduleRequest.start, it.moduleRequest.end))?.[1];
      return literal ?? [];
    }),
  ];
  return [...new Set(named.map((name) => resolve(path, name)))];
}

function valueImports({ path, text }: Source): string[] {
  const { module } = parseSync(path, text);
  return module.staticImports
    .filter((it) => it.entries.length === 0 || it.entries.some((entry) => !entry.isType))
    .map((it) => resolve(path, it.moduleRequest.value));
}

const resolve = (from: string, name: string): string =>
  name.startsWith('.') ? relative('.', normalize(join(dirname(from), name))) : name;

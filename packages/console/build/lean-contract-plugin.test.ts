import { build } from 'vite';
import { expect, it } from 'vitest';
import { leanContractPlugin } from './lean-contract-plugin.ts';

/** What becomes of a page that imports the contract. */
async function built(page: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page.js' ? id : null),
        load: (id) => (id === 'page.js' ? page : null),
      },
      leanContractPlugin(),
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'page.js' } },
  });
  return [result]
    .flat()
    .flatMap((it) => ('output' in it ? it.output : []))
    .map((it) => (it.type === 'chunk' ? it.code : ''))
    .join('\n');
}

it('leaves of an endpoint how it is called', async () => {
  const code = await built(
    `import { endpoints } from '@fairlead/contract'; document.title = JSON.stringify(endpoints.macros);`,
  );
  expect(code).toContain('"/api/macros"');
  expect(code).toContain('"POST"');
  expect(code).not.toContain('ZodObject');
  expect(code).not.toContain('summary:');
});

it('keeps a shape that a page reads with', async () => {
  const code = await built(
    `import { macroBody } from '@fairlead/contract'; document.title = String(macroBody.safeParse({}).success);`,
  );
  expect(code).toContain('ZodObject');
  expect(code).toContain('folder:');
});

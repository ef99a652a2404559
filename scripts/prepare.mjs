// What npm runs once packages are installed: builds what browsers fetch, so that the first start need not. Where that
// cannot be done, the start does it, and says what is wrong.
import process from 'node:process';

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { buildWeb } = await import('./build-web.ts');
  await buildWeb().catch(() => {});
}

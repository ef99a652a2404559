import process from 'node:process';
import { buildWeb, compressWeb } from './build-web.ts';
import { check } from './check.ts';
import { runBrowserTests } from './run-browser-tests.ts';
import { runDatabaseTests, runThoroughTests } from './run-tests.ts';

const begun = performance.now();
const results = [await check()];
await buildWeb();
await compressWeb();
results.push(await runThoroughTests());
results.push(await runDatabaseTests());
results.push(await runBrowserTests());
const sum = (of: 'passed' | 'failed') => results.reduce((total, result) => total + result[of], 0);
const failed = sum('failed') + results.filter((result) => !result.ok && result.failed === 0).length;
console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} s`);
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

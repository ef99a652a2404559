import process from 'node:process';
import { runCommand } from '../packages/server/src/backup/run-command.ts';

process.exitCode = await runCommand('restore', process.argv.slice(2), {
  environment: process.env,
  // npm changes to the project's folder; paths are meant from where it was called.
  directory: process.env['INIT_CWD'] ?? process.cwd(),
  say: console.log,
  complain: console.error,
});

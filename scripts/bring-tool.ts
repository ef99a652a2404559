import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { runCommand } from './run-step.ts';

/** Whether programs can be installed here: root on Debian or a child of it. */
export async function mayInstall(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(release);
}

/** Installs a Debian package. Answers what was said. */
export async function installPackage(name: string): Promise<string> {
  const { output } = await runCommand('sh', [
    '-c',
    `apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy ${name}`,
  ]);
  return output;
}

/** Makes sure that NATS is there for the tests of several nodes. Null when it is, else what to do. */
export async function bringNats(): Promise<string | null> {
  const there = async () => (await runCommand('nats-server', ['--version'])).ok;
  if (await there()) return null;
  const said = (await mayInstall()) ? await installPackage('nats-server') : '';
  if (await there()) return null;
  return `nats-server was not found. Install it (Debian: apt-get install nats-server; macOS: brew install nats-server) and try again.\n${said.slice(-1000)}`;
}

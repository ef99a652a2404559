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

/** What database tests talk to, beside PostgreSQL, which npm brings: the program, and the package that holds it on Debian and macOS. */
const servers = [
  { name: 'nats-server', debian: 'nats-server', macos: 'nats-server' },
  { name: 'dovecot', debian: 'dovecot-imapd', macos: 'dovecot' },
  { name: 'swaks', debian: 'swaks', macos: 'swaks' },
];

/** Makes sure that the servers and clients are there that database tests use. Null when they are, else what to do. */
export async function bringServers(): Promise<string | null> {
  const problems: string[] = [];
  for (const { name, debian, macos } of servers) {
    // Debian keeps servers where only root looks.
    const there = async () =>
      (await runCommand('sh', ['-c', `PATH="$PATH:/usr/sbin:/usr/local/sbin" ${name} --version`])).ok;
    if (await there()) continue;
    const said = (await mayInstall()) ? await installPackage(debian) : '';
    if (await there()) continue;
    problems.push(
      `${name} was not found. Install it (Debian: apt-get install ${debian}; macOS: brew install ${macos}) and try again.\n${said.slice(-1000)}`,
    );
  }
  return problems.length === 0 ? null : problems.join('\n');
}

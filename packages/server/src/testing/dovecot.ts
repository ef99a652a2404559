import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { afterAll } from 'vitest';
import { findFreePort } from '../platform/embedded-postgres/free-port.ts';

/** A real IMAP server on this machine. Stopped after the test file. */
export interface Dovecot {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Somebody signed in to it, to put letters there and look at them. */
  mailer(): Promise<ImapFlow>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const user = 'support';
const nobody = 65_534;
const password = 'a-quiet-harbour';

/** Where Debian and others put it; ordinary users have `sbin` not in their path. */
const programs = ['dovecot', '/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];

/**
 * Starts Dovecot with a configuration and mailboxes of its own; with `introspectionUrl` it also lets in by XOAUTH2 who brings a token that
 * holds there. Throws with what to install where it is missing.
 */
export async function openDovecot(options: { introspectionUrl?: string } = {}): Promise<Dovecot> {
  const program = programs.find((it) => spawnSync(it, ['--version']).status === 0);
  if (!program)
    throw new Error(
      'Dovecot was not found. Debian: apt-get install dovecot-imapd; macOS: brew install dovecot',
    );
  const port = await findFreePort(undefined);
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-dovecot-'));
  const { uid, gid, username } = userInfo();
  // It serves no letters as root; as anybody else it can only be who started it.
  const root = uid === 0;
  const owner = root ? { uid: nobody, gid: nobody } : { uid, gid };
  const home = join(folder, 'home');
  await mkdir(home);
  if (root) await chown(home, nobody, nobody);
  await chmod(folder, 0o755);
  const settings = join(folder, 'dovecot.conf');
  const { introspectionUrl } = options;
  const oauth = introspectionUrl === undefined ? null : join(folder, 'oauth2.conf');
  if (oauth)
    await writeFile(
      oauth,
      `introspection_mode = post\nintrospection_url = ${introspectionUrl}\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`,
    );
  await writeFile(
    settings,
    configuration({ folder, port, home, oauth, ...owner, runAs: root ? null : username }),
  );
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    child = spawn(program as string, ['-F', '-c', settings], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
    const ended = once(child, 'exit').then(() => {
      throw new Error(`Dovecot ended at once: ${said}`);
    });
    ended.catch(() => {});
    await Promise.race([listening(port), ended]);
  }

  async function stop(): Promise<void> {
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  await start();
  afterAll(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    port,
    user,
    password,
    start,
    stop,
    async mailer() {
      const client = new ImapFlow({
        host: '127.0.0.1',
        port,
        secure: false,
        doSTARTTLS: false,
        auth: { user, pass: password },
        logger: false,
      });
      client.on('error', () => {});
      await client.connect();
      return client;
    },
  };
}

const configuration = (of: {
  folder: string;
  port: number;
  home: string;
  oauth: string | null;
  uid: number;
  gid: number;
  runAs: string | null;
}) => `
base_dir = ${of.folder}/run
state_dir = ${of.folder}/state
log_path = ${of.folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
# Who tries wrong passwords waits no longer than who tries right ones.
auth_failure_delay = 0
auth_mechanisms = plain login${of.oauth === null ? '' : ' xoauth2'}
mail_location = maildir:${of.home}/mail
first_valid_uid = 1
first_valid_gid = 1
${of.runAs === null ? '' : `default_internal_user = ${of.runAs}\ndefault_login_user = ${of.runAs}\ndefault_internal_group = ${of.gid}`}
passdb {
  driver = static
  args = password={PLAIN}${password}
  mechanisms = plain login
}
${of.oauth === null ? '' : `passdb {\n  driver = oauth2\n  args = ${of.oauth}\n  mechanisms = xoauth2\n}`}
userdb {
  driver = static
  args = uid=${of.uid} gid=${of.gid} home=${of.home}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${of.port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
}
`;

async function listening(port: number): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const socket = connect(port, '127.0.0.1');
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    if (attempt === 100) throw new Error('Dovecot does not listen');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { createTurnstile } from '../files/turnstile.ts';
import type { Log } from '../log/log.ts';
import { canRead, languagesRead } from './language-data.ts';
import type { PictureText } from './picture-text.ts';
import { type Answer, answer, type Order } from './reader-messages.ts';

/** Reads the text of pictures in a process of its own, one at a time. */
export interface PictureReader {
  /** Whether pictures are read here. */
  readonly ready: boolean;
  /** Of the process, while there is one. */
  readonly processId: number | undefined;
  /**
   * The text of a picture whose words are of a language (`zh`); null for what is no picture, or one too large. Throws where the reader failed, or
   * took too long.
   */
  read(bytes: Uint8Array, language: string): Promise<PictureText | null>;
  stop(): Promise<void>;
}

/** Bounds of the reader. */
export interface ReaderBounds {
  /** Milliseconds for one picture. */
  readonly patience: number;
  /** Milliseconds without work after which the process ends. */
  readonly idle: number;
  /** How far it stands behind what else the machine does, from 0 (not at all) to 19. */
  readonly nice: number;
}

const usual: ReaderBounds = { patience: 90_000, idle: 60_000, nice: 5 };
const largest = 25 * 1024 * 1024;
/** Bytes that the process may hold on to; what has grown beyond begins anew. */
const mostMemory = 700 * 1024 * 1024;
const program = fileURLToPath(new URL('./reader-process.ts', import.meta.url));

/** A reader that is switched on or off, and says in the log where it lacks the packages with what Tesseract learned of languages. */
export function createPictureReader(
  { on, log }: { on: boolean; log: Log },
  { patience, idle, nice }: ReaderBounds = usual,
): PictureReader {
  const ready = on && canRead();
  if (on && !ready)
    log.warn('text in pictures is not read: tesseract-wasm or @tesseract.js-data/eng is not installed');
  if (ready) log.debug({ languages: languagesRead() }, 'text in pictures is read');
  const oneAtATime = createTurnstile(1);
  let child: ChildProcess | undefined;
  let resting: NodeJS.Timeout | undefined;

  function begin(): ChildProcess {
    // It decodes what strangers sent: none of this server's secrets are there.
    const begun = fork(program, {
      env: {},
      execArgv: ['--max-old-space-size=256'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    begun.on('error', (error) => log.warn({ err: error }, 'the reader of pictures'));
    begun.once('exit', () => {
      if (child === begun) child = undefined;
    });
    lower(begun.pid, nice);
    child = begun;
    return begun;
  }
  async function end(): Promise<void> {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill('SIGKILL');
    await ended;
  }

  async function ask(order: Order): Promise<Answer> {
    clearTimeout(resting);
    const asked = child ?? begin();
    const bound = new AbortController();
    const late = setTimeout(() => bound.abort(), patience);
    try {
      asked.send(order);
      const gone = once(asked, 'exit', { signal: bound.signal }).then(([code]) => {
        throw new Error(`the reader of pictures ended with ${String(code)}`);
      });
      const answered = once(asked, 'message', { signal: bound.signal });
      const [message] = (await Promise.race([answered, gone])) as [unknown];
      return answer.parse(message);
    } catch (error) {
      await end();
      throw bound.signal.aborted ? new Error(`a picture was not read within ${patience} ms`) : error;
    } finally {
      clearTimeout(late);
      bound.abort();
    }
  }

  return {
    ready,
    get processId() {
      return child?.pid;
    },
    read: (bytes, language) =>
      oneAtATime(async () => {
        if (!ready) throw new Error('pictures are not read here');
        if (bytes.byteLength > largest) return null;
        const answered = await ask({ bytes, language });
        resting = setTimeout(() => void end(), idle);
        resting.unref();
        if (answered.outcome === 'unreadable') {
          log.info({ reason: answered.reason }, 'a picture cannot be read');
          return null;
        }
        if (answered.memory > mostMemory) await end();
        return answered.text;
      }),
    async stop() {
      clearTimeout(resting);
      await end();
    },
  };
}

function lower(pid: number | undefined, nice: number): void {
  try {
    if (pid !== undefined) os.setPriority(pid, nice);
  } catch {
    // It ended already, or the system does not allow it: it is slower or faster, and nothing else.
  }
}

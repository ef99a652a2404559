import type { Written } from '../facebook/facebook-client.ts';

/** What the phone shows; as the simulated X answers it. */
export interface PhoneState {
  readonly people: readonly Person[];
  readonly lines: readonly Line[];
  readonly posts: readonly Post[];
  readonly faults: { readonly refuse: string | null; readonly times: number; readonly noWebhooks: boolean };
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly username: string;
}

export interface FileOf {
  readonly kind: string;
  readonly path: string;
  readonly name: string;
}

export interface Line {
  readonly id: string;
  readonly fromAccount: boolean;
  readonly text: string;
  readonly file: FileOf | null;
}

export interface Post {
  readonly id: string;
  readonly parentId: string | null;
  readonly author: Person;
  readonly text: string;
  readonly files: readonly FileOf[];
  readonly at: number;
}

const base = '/playground/x';

/** The account that people write to. */
export const accountName = 'htx_demo';

export const addressOfFile = ({ path }: FileOf): string => `${base}/${path}`;

/** What stands on a person's phone. */
export async function fetchState(person: string, signal: AbortSignal): Promise<PhoneState> {
  const response = await fetch(`${base}/phone/state?person=${encodeURIComponent(person)}`, { signal });
  if (!response.ok) throw new Error(`no state: ${response.status}`);
  return (await response.json()) as PhoneState;
}

export const writeMessage = (person: string, written: Written): Promise<void> =>
  post('messages', { person, ...written });

export const writePost = (person: string, written: Written): Promise<void> =>
  post('posts', { person, ...written });

/** Makes X refuse calls from now on, or deliver badly. */
export const setFaults = (
  faults: Partial<PhoneState['faults'] & { readonly twice: boolean }>,
): Promise<void> => post('faults', faults);

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`${base}/phone/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`not taken: ${response.status}`);
}

/** What the phone shows; as the simulated Facebook answers it. */
export interface PhoneState {
  readonly people: readonly Person[];
  readonly lines: readonly Line[];
  readonly comments: readonly Comment[];
  readonly posts: readonly PagePost[];
  readonly faults: { readonly refuse: string | null; readonly times: number; readonly aheadHours: number };
}

/** What the page has posted for everybody. */
export interface PagePost {
  readonly id: string;
  readonly text: string;
  readonly link: string | null;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface FileOf {
  readonly kind: string;
  readonly path: string;
  readonly name: string;
}

export interface Line {
  readonly id: string;
  readonly fromPage: boolean;
  readonly text: string;
  readonly file: FileOf | null;
  readonly quickReplies: readonly string[];
  readonly late: boolean;
  readonly at: number;
}

export interface Comment {
  readonly id: string;
  readonly parentId: string | null;
  /** Null: the page. */
  readonly author: Person | null;
  readonly text: string;
  readonly file: FileOf | null;
  readonly at: number;
}

/** What somebody writes: words, a picture, or a tap on the button that begins. */
export interface Written {
  readonly text?: string;
  readonly postback?: boolean;
  readonly parentId?: string | null;
  readonly picture?: { readonly name: string; readonly type: string; readonly data: string };
}

const base = '/playground/facebook';

export const addressOfFile = ({ path }: FileOf): string => `${base}/${path}`;

/** What stands on a person's phone; without one, on the first person's. */
export async function fetchState(person: string, signal: AbortSignal): Promise<PhoneState> {
  const response = await fetch(`${base}/api/state?person=${encodeURIComponent(person)}`, { signal });
  if (!response.ok) throw new Error(`no state: ${response.status}`);
  return (await response.json()) as PhoneState;
}

export const writeMessage = (person: string, written: Written): Promise<void> =>
  post('messages', { person, ...written });

export const writeComment = (person: string, written: Written): Promise<void> =>
  post('comments', { person, ...written });

/** Makes Facebook refuse calls from now on, or sets its clock ahead. */
export const setFaults = (faults: Partial<PhoneState['faults']>): Promise<void> => post('faults', faults);

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`${base}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`not taken: ${response.status}`);
}

/** A picture as it is sent along. */
export async function readPicture(file: File): Promise<NonNullable<Written['picture']>> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
  return { name: file.name, type: file.type, data: address.slice(address.indexOf(',') + 1) };
}

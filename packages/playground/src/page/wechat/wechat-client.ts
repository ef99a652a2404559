/** What the phone shows; as the simulated WeChat answers it. */
export interface PhoneState {
  readonly people: ReadonlyArray<{ readonly openid: string; readonly name: string }>;
  readonly lines: readonly Line[];
  readonly menu: readonly string[];
  /** What the account has published, oldest first. */
  readonly articles: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  /** There is a code of the account on a screen that can be scanned. */
  readonly scans: boolean;
  readonly faults: { readonly refuse: string | null; readonly times: number; readonly aheadHours: number };
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
  readonly choices: ReadonlyArray<{ readonly id: string; readonly content: string }>;
  readonly at: number;
}

/** What somebody writes: words, a choice of a menu, or a picture. */
export interface Written {
  readonly text?: string;
  readonly menuId?: string;
  readonly picture?: { readonly name: string; readonly type: string; readonly data: string };
}

const base = '/playground/wechat';

export const addressOfArticle = (id: string): string => `${base}/articles/${id}`;

export const addressOfFile = ({ path }: FileOf): string => `${base}/${path}`;

/** What stands on a person's phone. */
export async function fetchState(person: string, signal: AbortSignal): Promise<PhoneState> {
  const response = await fetch(`${base}/api/state?person=${encodeURIComponent(person)}`, { signal });
  if (!response.ok) throw new Error(`no state: ${response.status}`);
  return (await response.json()) as PhoneState;
}

export const writeMessage = (person: string, written: Written): Promise<void> =>
  post('messages', { person, ...written });

/** Taps on the account's own menu, below every chat. */
export const tapMenu = (person: string, key: string): Promise<void> => post('menu', { person, key });

/** Scans the code of the account that is on a screen now. */
export const scanCode = (person: string): Promise<void> => post('scan', { person });

/** Makes WeChat refuse calls from now on, sets its clock ahead, or ends all access tokens. */
export const setFaults = (
  faults: Partial<PhoneState['faults']> & { readonly endTokens?: boolean },
): Promise<void> => post('faults', faults);

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`${base}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`not taken: ${response.status}`);
}

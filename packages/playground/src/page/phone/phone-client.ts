/** A message in the chat with the bot, as the simulated Telegram keeps it. */
export interface PhoneMessage {
  readonly id: number;
  readonly from: 'person' | 'bot';
  /** Unix seconds. */
  readonly at: number;
  readonly text: string;
  readonly edited?: boolean;
  readonly file: { readonly id: string; readonly name: string; readonly type: string } | null;
  readonly buttons: ReadonlyArray<{ readonly text: string; readonly data: string }>;
}

export interface PhonePeople {
  readonly bot: { readonly name: string; readonly username: string };
  readonly people: ReadonlyArray<{
    readonly id: number;
    readonly firstName: string;
    readonly lastName: string | null;
  }>;
  readonly channel: { readonly id: number; readonly title: string; readonly username: string };
  readonly connected: boolean;
}

const base = '/playground/telegram/phone';

export const fetchPeople = (): Promise<PhonePeople> => ask('/people');

export const fetchChat = async (person: number): Promise<readonly PhoneMessage[]> =>
  (await ask<{ messages: PhoneMessage[] }>(`/${person}`)).messages;

export const write = (person: number, text: string): Promise<unknown> => post(`/${person}/write`, { text });

export const edit = (person: number, messageId: number, text: string): Promise<unknown> =>
  post(`/${person}/edit`, { messageId, text });

export const tap = (person: number, messageId: number, data: string): Promise<unknown> =>
  post(`/${person}/tap`, { messageId, data });

export const sendPicture = (person: number, file: File): Promise<unknown> =>
  ask(`/${person}/file?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: file,
  });

export const fileAddress = (id: string): string => `${base}/files/${id}`;

const post = (path: string, body: object): Promise<unknown> =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(base + path, init);
  if (!response.ok) throw new Error(`not done: ${response.status}`);
  return response.json() as Promise<T>;
}

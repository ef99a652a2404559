const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(`^/help/files/(${id})/[a-z0-9][a-z0-9._-]*$`);

/** Where a picture or file of articles is, from the root of the server. `name` is part of the address: small Latin letters, digits, `.`, `_` and `-`. */
export const helpFileAddress = (fileId: string, name: string): string => `/help/files/${fileId}/${name}`;

/** The file that an address leads to; undefined where it is none of ours. */
export const helpFileId = (address: string): string | undefined => form.exec(address)?.[1];

/** The files of ours that a text names, wherever in it. */
export function helpFilesIn(text: string): string[] {
  const found = text.matchAll(new RegExp(`/help/files/(${id})/`, 'g'));
  return [...new Set([...found].map(([, it = '']) => it))];
}

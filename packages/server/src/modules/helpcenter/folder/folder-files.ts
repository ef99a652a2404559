import type { HelpFile } from '@fairlead/contract';
import { addressName, helpFileUrl } from '../files/help-file.ts';

type Named = Pick<HelpFile, 'id' | 'name' | 'type'>;

/** What the files of an article are called beside its texts: as in their addresses; two of one name are told apart by the ends of their ids. */
export function namesInFolder(files: readonly Named[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of files) {
    const name = addressName(file);
    names.set(names.has(name) ? `${file.id.slice(-12)}-${name}` : name, file.id);
  }
  return names;
}

/** A text as a folder holds it: files by their names beside it. */
export function toFolderText(body: string, files: readonly Named[]): string {
  const names = new Map([...namesInFolder(files)].map(([name, id]) => [id, name]));
  return files.reduce((text, it) => text.replaceAll(helpFileUrl(it), `./files/${names.get(it.id)}`), body);
}

/** Such a text with the addresses that files have here. What is not beside it stays as it is. */
export const fromFolderText = (body: string, files: ReadonlyMap<string, Named>): string =>
  body.replace(/(\]\(\s*<?|\]:\s*<?)(?:\.\/)?files\/([^\s)>]+)/g, (whole, before: string, name: string) => {
    const file = files.get(name);
    return file ? before + helpFileUrl(file) : whole;
  });

import type { HelpFile } from '@fairlead/contract';
import { helpFileAddress } from '@fairlead/markdown';
import { downloadName } from '../../../platform/files/download-name.ts';

/** A picture or file of articles. */
export interface HelpFileRecord extends Omit<HelpFile, 'url'> {
  /** SHA-256 of what was sent, and of what is kept of it. */
  readonly sentDigest: string;
  readonly keptDigest: string;
}

/** Where its bytes are in the file store. */
export const helpFileKey = (id: string): string => `help-files/${id}/original`;

/** Its name as it stands in its address. */
export function addressName({ name, type }: Pick<HelpFile, 'name' | 'type'>): string {
  const whole = downloadName(name, type);
  const dot = whole.lastIndexOf('.');
  const plain = (part: string) =>
    part
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  const kind = type.startsWith('image/') ? 'picture' : 'file';
  return `${plain(whole.slice(0, dot)).slice(0, 60).replace(/-$/, '') || kind}${whole.slice(dot).toLowerCase()}`;
}

export const helpFileUrl = (file: Pick<HelpFile, 'id' | 'name' | 'type'>): string =>
  helpFileAddress(file.id, addressName(file));

export function presentHelpFile(record: HelpFileRecord): HelpFile {
  const { id, name, type, size, width, height } = record;
  return { id, name, type, size, width, height, url: helpFileUrl(record) };
}

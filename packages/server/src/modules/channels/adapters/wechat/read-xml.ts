import { fail } from '../../port.ts';

const deepest = 8;
const name = '[A-Za-z_][\\w.-]*';
const declaration = /\s*(?:<\?xml[^<>?]*\?>\s*)?/y;
const token = new RegExp(
  `<(${name})\\s*(/?)>|</(${name})\\s*>|<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|&(?:(amp|lt|gt|quot|apos)|#(\\d{1,7})|#x([\\da-fA-F]{1,6}));|([^<&]+)`,
  'y',
);
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Control characters, most of which XML does not allow and databases do not keep. */
const control = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/**
 * The texts of the elements directly below the root, by name; of several with one name the first. It reads what WeChat sends and no more of
 * XML: elements, text, CDATA and the five entities that need no definition. Document types, attributes, comments and whatever else could
 * name a file or grow while it is read are refused with `request.invalid`. What stands deeper is told to `onDeeper` as it ends, with the names from the root on,
 * and its text where it holds nothing else.
 */
export function readXml(
  body: Uint8Array,
  onDeeper?: (path: readonly string[], text: string) => void,
): ReadonlyMap<string, string> {
  const text = decodeText(body);
  const found = new Map<string, string>();
  const open: string[] = [];
  let at = 0;
  let value = '';
  let deeper = '';
  let closed = false;
  declaration.lastIndex = 0;
  at = declaration.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw refused();
    at = token.lastIndex;
    const [, begun, empty, ended, cdata, entity, decimal, hexadecimal, plain] = match;
    if (begun !== undefined) {
      if (closed || open.length >= deepest) throw refused();
      open.push(begun);
      if (open.length === 2) value = '';
      deeper = '';
      if (empty !== '/') continue;
    }
    if (begun !== undefined || ended !== undefined) {
      const last = open.pop();
      if (last === undefined || (ended !== undefined && last !== ended)) throw refused();
      if (open.length > 1) onDeeper?.([...open, last], deeper.replace(control, ''));
      if (open.length === 1 && !found.has(last)) found.set(last, value.replace(control, ''));
      closed = open.length === 0;
      continue;
    }
    const said = cdata ?? plain ?? named[entity ?? ''] ?? characterOf(decimal, hexadecimal);
    if (open.length === 2) value += said;
    else if (open.length > 2) deeper += said;
    else if (open.length < 2 && said.trim() !== '') throw refused();
  }
  if (!closed) throw refused();
  return found;
}

function characterOf(decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  if (!isCharacter) throw refused();
  return String.fromCodePoint(code);
}

function decodeText(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw refused();
  }
}

const refused = () => fail('request.invalid', { field: 'body' });

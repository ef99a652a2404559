/**
 * The bytes as text. Declared character sets are often wrong, so what is certain comes first: an escape of ISO-2022-JP, then valid
 * UTF-8 where the declaration could not hold these bytes, then the declaration, then `hint` (the character set of the letter's other
 * texts), at last windows-1252. UTF-7 is never decoded: it only serves to carry markup past filters. Never throws.
 */
export function decodeText(bytes: Uint8Array, charset: string | null, hint: string | null = null): string {
  const declared = decoderName(charset);
  if (isAscii(bytes)) {
    const escaped = declared === 'iso-2022-jp' || hasJapaneseEscape(bytes);
    return escaped ? decode(bytes, 'iso-2022-jp') : Buffer.from(bytes).toString('latin1');
  }
  if (declared === null || declared === 'utf-8' || declared === 'windows-1252') {
    const unicode = decodeStrictly(bytes, 'utf-8');
    if (unicode !== null) return unicode;
    const hinted = decoderName(hint);
    if (hinted !== null && hinted !== 'utf-8') return decode(bytes, hinted);
  }
  return decode(bytes, declared ?? 'windows-1252');
}

/** The name by which the platform knows the character set; null where it does not. */
export function decoderName(charset: string | null): string | null {
  if (!charset) return null;
  const label = charset.trim().toLowerCase().replaceAll('_', '-').slice(0, 40);
  const name = aliases.get(label) ?? label;
  if (refused.has(name)) return null;
  const known = names.get(name);
  if (known !== undefined) return known;
  const found = encodingOf(name) ?? encodingOf(label.replaceAll('-', '_'));
  if (names.size < 1000) names.set(name, found);
  return found;
}

/** Labels that mailers use and the WHATWG list of encodings lacks. */
const aliases = new Map([
  ['cp932', 'shift_jis'],
  ['ms932', 'shift_jis'],
  ['x-windows-31j', 'shift_jis'],
  ['iso-2022-jp-1', 'iso-2022-jp'],
  ['iso-2022-jp-2', 'iso-2022-jp'],
  ['iso-2022-jp-3', 'iso-2022-jp'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['cp936', 'gbk'],
  ['ms936', 'gbk'],
  ['windows-936', 'gbk'],
  ['gb2312-80', 'gbk'],
  ['euc-cn', 'gbk'],
  ['gb-18030', 'gb18030'],
  ['cp54936', 'gb18030'],
  ['cp949', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['ksc5601', 'euc-kr'],
  ['ks-c-5601', 'euc-kr'],
  ['ks-c-5601-1987', 'euc-kr'],
  ['cp950', 'big5'],
  ['big5-eten', 'big5'],
  ['big-5', 'big5'],
  ['tis620', 'windows-874'],
  ['tis-620-2533', 'windows-874'],
  ['cp874', 'windows-874'],
  ['cp65001', 'utf-8'],
  ['utf8mb4', 'utf-8'],
  ['ansi', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['ascii', 'windows-1252'],
]);

const refused = new Set([
  'utf-7',
  'unicode-1-1-utf-7',
  'x-user-defined',
  'replacement',
  '8bit',
  'unknown-8bit',
]);
const names = new Map<string, string | null>();

function encodingOf(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'replacement' ? null : encoding;
  } catch {
    return null;
  }
}

const decode = (bytes: Uint8Array, name: string): string => new TextDecoder(name).decode(bytes);

function decodeStrictly(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}

/** ESC $ @, ESC $ B: what follows is JIS X 0208. */
function hasJapaneseEscape(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('\u001b$B', 0, 'latin1') || buffer.includes('\u001b$@', 0, 'latin1');
}

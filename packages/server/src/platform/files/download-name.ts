/** The endings that belong to a type; the first is added where a name has none of them. */
const endings: Record<string, readonly string[]> = {
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'application/pdf': ['.pdf'],
  'video/mp4': ['.mp4', '.m4v'],
  'video/webm': ['.webm'],
  'video/quicktime': ['.mov', '.qt'],
  'message/rfc822': ['.eml'],
  'application/zip': ['.zip'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
};
const longest = 120;

/**
 * The name under which a file is saved: as its sender called it, without what would leave the folder, hide or reverse a part of
 * it, and with the ending of its true type (`invoice.exe` that is a PDF becomes `invoice.exe.pdf`).
 */
export function downloadName(name: string, type: string): string {
  const clean = name
    .toWellFormed()
    .normalize('NFC')
    // Controls, and marks that turn the direction of writing; but not the joiners that Persian and emoji are written with.
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const known = endings[type] ?? ['.bin'];
  const ending = known.find((one) => clean.toLowerCase().endsWith(one));
  const stem = ending ? clean.slice(0, -ending.length) : clean;
  return `${shorten(stem) || 'file'}${ending ?? known[0]}`;
}

/** By code points: half a character is none. */
const shorten = (stem: string): string => [...stem].slice(0, longest).join('').trim();

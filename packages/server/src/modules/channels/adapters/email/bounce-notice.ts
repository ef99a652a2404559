/** A bounce that was written for people: what stands above the copy of the letter, and the copy. */
export interface Notice {
  readonly lines: readonly string[];
  readonly original: string;
}

/** What a notice says about one recipient. */
export interface NoticeEntry {
  readonly recipient: string;
  readonly diagnostic: string;
}

const boundary =
  /^\s*[-=*#_]{0,60}\s*(?:below (?:this line )?is a copy|this is a copy|included is a copy|a copy of (?:the|your)|(?:the )?(?:headers? of the )?original (?:message|mail)(?: headers?)?|message (?:header|text)s? follow|the header of the original|original message follows|unsent message (?:below|follows)|returned message|(?:start of )?message headers?|copy of (?:the )?(?:original )?message|undelivered message|-{3,}.{0,40}original)/i;
const headerStart = /^(?:Return-Path|Received|Message-ID|X-Originating-IP|DKIM-Signature):/i;

/** Splits a notice from the copy of the letter below it. */
export function splitNotice(text: string): Notice {
  const lines = text.split('\n');
  const at = lines.findIndex(
    (line, index) => index > 0 && line.length < 300 && (boundary.test(line) || headerStart.test(line)),
  );
  return at < 0
    ? { lines: lines.slice(0, maximumLines), original: '' }
    : { lines: lines.slice(0, Math.min(at, maximumLines)), original: lines.slice(at).join('\n') };
}

/** Notices are short; lists of hundreds of recipients are reported by machines. */
const maximumLines = 500;

const address = /[^\s<>()[\]"',;:]{1,64}@[^\s<>()[\]"',;:]{1,190}\.[a-z0-9-]{2,24}/i;
/** An address that leads a line: alone, in brackets, or before a colon or the reason. */
const leading =
  /^[\s>*"'•-]{0,12}(?:addressed to: |recipient(?: address)?: |to:\s+|delivery failed \d+ attempts: |unable to deliver message to: |user: |[245]\d\d[ -])?["'<(]{0,2}([^\s<>()[\]"',;:]{1,64}@[^\s<>()[\]"',;:]{1,190})[>"')]{0,2}(?=[\s:,.<(]|$)/i;

/**
 * The recipients that a notice names and what it says about each: the lines from its name to the next. `known`: recipients that a
 * header names; without them, addresses that lead lines count, and at last any address that is not `own`.
 */
export function readEntries(notice: Notice, known: readonly string[], own: readonly string[]): NoticeEntry[] {
  const { lines } = notice;
  const entries: { recipient: string; lines: string[] }[] = [];
  const preamble: string[] = [];
  for (const line of lines) {
    const short = line.slice(0, 500);
    const found = leading.exec(short)?.[1]?.replace(/\.$/, '');
    const isKnown = known.length === 0 || known.includes(found?.toLowerCase() ?? '');
    if (found && isKnown && !own.includes(found.toLowerCase())) {
      const same = entries.find((it) => it.recipient.toLowerCase() === found.toLowerCase());
      if (same) same.lines.push(short);
      else entries.push({ recipient: found, lines: [short] });
    } else (entries.at(-1)?.lines ?? preamble).push(short);
  }
  if (entries.length > 0) return entries.map((it) => finish(it, preamble));
  // Someone may have written to themselves.
  if (own.length > 0 && known.length === 0) return readEntries(notice, known, []);
  const any =
    known[0] ?? lines.map((line) => address.exec(line.slice(0, 500))?.[0]).find((it) => it !== undefined);
  return any ? [{ recipient: any, diagnostic: lines.join('\n').trim() }] : [];
}

/** What stands below the name; where that is nothing, what stands above. */
function finish(entry: { recipient: string; lines: string[] }, preamble: readonly string[]): NoticeEntry {
  const own = entry.lines
    .join('\n')
    .replaceAll(entry.recipient, '')
    .replace(/[<>:*\s-]+/g, ' ')
    .trim();
  const said = own.length > 3 ? entry.lines : [...preamble, ...entry.lines];
  return { recipient: entry.recipient, diagnostic: said.join('\n').trim() };
}

/** How surely a stretch of lines says "on that day, that person wrote". */
export interface Attribution {
  readonly start: number;
  readonly end: number;
  /** Sure enough that all below is history, even where it carries no quote marks. */
  readonly certain: boolean;
}

const maximumLines = 4;
const maximumLength = 400;

/** Verbs of writing at the end of a line or before its colon, in the languages that customers write and their neighbours. */
const verbs = new RegExp(
  [
    '\\b(?:wrote|writes|said|schrieb|schrieben|escribió|escribio|escreveu|scrisse|menulis|skrev|schreef|napisał|napisał\\(a\\)|napisała|kirjoitti|yazdı|yazmış)\\b',
    'a écrit|a ecrit|ha scritto|ha escrito|đã viết|viết|написал|написала|написал\\(а\\)|пишет|писал|写道|寫道|写到|寫|のメール|さんは書きました|書きました|님이 작성|작성|님의 말|씀:',
    'şunu yazdı|şunları yazdı|tarihinde|เขียนว่า|เขียน|كتب|كتبت|تمت كتابة ما يلي|írta|napsal|napsal\\(a\\)|έγραψε',
  ].join('|'),
  'iu',
);

/** Words that such a line starts with, before the date. */
const openers =
  /^(?:on|at|in|le|am|el|em|il|in data|op|w dniu|dnia|den|vào|pada|pada tanggal|tanggal|ในวันที่|เมื่อ|วันที่|في|بتاريخ|在|於|于)(?:\s|\p{Nd}|$)/iu;

const times = /\p{Nd}{1,2}\s?[:.h时時시点點]\s?\p{Nd}{2}/u;
const dates = new RegExp(
  [
    '\\p{Nd}{1,4}[./-]\\s?\\p{Nd}{1,2}[./-]\\s?\\p{Nd}{2,4}',
    '\\p{Nd}{4}\\s?[年년]\\s?\\p{Nd}{1,2}\\s?[月월]',
    '(?:^|[^\\p{Nd}])(?:19|20|25)\\p{Nd}{2}(?:[^\\p{Nd}]|$)',
    '٢٠[٠-٩]{2}',
  ].join('|'),
  'u',
);
/** An address as mail programs write it behind a name; people hardly ever do. */
const bracketed = /(?:<|\(|\[|&lt;|mailto:)\s?[^\s<>()[\]@]{1,64}@[^\s<>()[\]@]{1,190}/i;
const address = /[^\s<>()[\]@"]{1,64}@[^\s<>()[\]@"]{2,190}\.[a-z]{2,}/i;

/**
 * The attribution that ends with the line `end`: the shortest run of lines upwards that says who and when, and what leads it in. It
 * must end with a colon or a verb of writing. `quoteFollows`: what comes next carries quote marks, so that less will do.
 */
export function attributionAt(
  lines: readonly string[],
  end: number,
  quoteFollows: boolean,
): Attribution | null {
  const last = lines[end] ?? '';
  if (last.length > maximumLength || !endsLikeOne(last)) return null;
  let text = '';
  for (let start = end; start >= 0 && start > end - maximumLines; start--) {
    const line = lines[start] ?? '';
    if (line.trim() === '' || text.length + line.length > maximumLength) break;
    text = `${line.trim()} ${text}`.trim();
    const facts = readFacts(text);
    if (!facts.when || !(facts.verb || facts.bracketed)) continue;
    const first = leadStart(lines, start, end);
    const whole = lines
      .slice(first, end + 1)
      .join(' ')
      .trim();
    const certain = isCertain(facts, whole, lines, first, end);
    return certain || quoteFollows ? { start: first, end: end + 1, certain } : null;
  }
  return quoteFollows ? undated(lines, end) : null;
}

/** "Jane Doe wrote:" over quote marks needs no date. */
function undated(lines: readonly string[], end: number): Attribution | null {
  const last = (lines[end] ?? '').trim();
  const above = (lines[end - 1] ?? '').trim();
  const facts = readFacts(last);
  const named = facts.verb || facts.bracketed || (facts.when && facts.address);
  if (!named || last.length > 200) return null;
  // The verb alone on its line was broken off from the name.
  const broken = facts.verb && !facts.address && bracketed.test(above) && above.length <= 200;
  const start = broken ? end - 1 : end;
  return { start: leadStart(lines, start, end), end: end + 1, certain: false };
}

interface Facts {
  readonly when: boolean;
  readonly verb: boolean;
  readonly bracketed: boolean;
  readonly address: boolean;
}

function readFacts(text: string): Facts {
  return {
    when: times.test(text) || dates.test(text),
    verb: verbs.test(text),
    bracketed: text.includes('@') && bracketed.test(text),
    address: text.includes('@') && address.test(text),
  };
}

/** All below is history where the line has a date and an address, or opens with a date and stands alone. */
function isCertain(
  facts: Facts,
  text: string,
  lines: readonly string[],
  start: number,
  end: number,
): boolean {
  const colon = /[:：]\s*(?:-{2,}\s*)?$/.test(text);
  if (facts.bracketed) return facts.verb || colon;
  if (!facts.verb) return false;
  const dashed = /^-{2,}.*-{2,}$/.test(text);
  if (facts.address) return dashed || opensWithDate(text);
  const alone = (lines[start - 1] ?? '').trim() === '' && (lines[end + 1] ?? '').trim() === '';
  return alone && opensWithDate(text);
}

function opensWithDate(text: string): boolean {
  const opener = openers.exec(text);
  const rest = text.slice(opener ? opener[0].length : 0, 60);
  return (opener !== null || /^\p{Nd}/u.test(text)) && (times.test(rest) || dates.test(rest));
}

/** Lines above that belong to it: the date broken off from the name. */
function leadStart(lines: readonly string[], start: number, end: number): number {
  let first = start;
  for (let at = start - 1; at > end - maximumLines && at >= 0; at--) {
    const line = (lines[at] ?? '').trim();
    if (line === '' || line.length > 120 || /[.!?。！？]$/.test(line)) break;
    if (openers.test(line) && /\p{Nd}/u.test(line)) first = at;
  }
  return first;
}

function endsLikeOne(line: string): boolean {
  const text = line.trimEnd();
  if (/[:：](?:\s*-{2,})?$/.test(text)) return true;
  const tail = text.slice(-24).replace(/[\s-]+$/, '');
  return /(?:wrote|a écrit|schrieb|escribió|escreveu|написал\(а\)|написал|写道|寫道|작성|yazdı|menulis|viết|เขียน|เขียนว่า|كتب|scritto)$/iu.test(
    tail,
  );
}

import { readEntries, splitNotice } from './bounce-notice.ts';
import { type BounceReason, bounceReason, isHard } from './bounce-reasons.ts';
import { addressIn, type RecipientStatus, readDeliveryStatus, readFieldGroups } from './delivery-status.ts';
import { headerOf, type Letter } from './letter.ts';
import { readMessageIds } from './parse-letter.ts';

/** One recipient whom a letter of ours did not reach, or reached late. */
interface Bounce {
  readonly recipient: string | null;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** RFC 3463, `5.1.1`; null where the report has none. */
  readonly status: string | null;
  /** RFC 5321, `550`; null where the report has none. */
  readonly replyCode: string | null;
  readonly reason: BounceReason;
  /** Hard: writing to the address again makes no sense. */
  readonly kind: 'hard' | 'soft';
  /** Of the letter that did not arrive, without angle brackets. */
  readonly originalMessageId: string | null;
  /** What the server said, for agents to read; '' where it said nothing. */
  readonly diagnostic: string;
}

/** One recipient who called a letter of ours spam (RFC 5965). */
interface Complaint {
  readonly recipient: string | null;
  /** abuse, fraud, not-spam ...; lower case. */
  readonly feedbackType: string;
  readonly originalMessageId: string | null;
}

export interface DeliveryReport {
  readonly bounces: readonly Bounce[];
  readonly complaints: readonly Complaint[];
}

/** What a letter reports about letters of ours: as machines write it, or as a notice for people; null where it is no report. */
export function recogniseBounce(letter: Letter): DeliveryReport | null {
  const feedback = letter.reports.find(({ kind }) => kind === 'feedback-report');
  if (feedback) return { bounces: [], complaints: readComplaints(letter, feedback.text) };
  const statuses = letter.reports
    .filter(({ kind }) => kind === 'delivery-status')
    .flatMap(({ text }) => readDeliveryStatus(text));
  if (statuses.length === 0 && !looksLikeNotice(letter)) return null;
  const bounces = statuses.length > 0 ? fromStatuses(letter, statuses) : fromNotice(letter);
  return bounces.length === 0 ? null : { bounces, complaints: [] };
}

function readComplaints(letter: Letter, text: string): Complaint[] {
  const groups = readFieldGroups(text);
  const values = (name: string) => groups.flatMap((fields) => fields.get(name) ?? []);
  const recipients = values('original-rcpt-to').flatMap((value) => addressIn(value) ?? []);
  const feedbackType = values('feedback-type')[0]?.toLowerCase() ?? 'abuse';
  const originalMessageId = originalId(letter, '');
  const named = recipients.length > 0 ? recipients : [null];
  return named.map((recipient) => ({ recipient, feedbackType, originalMessageId }));
}

function fromStatuses(letter: Letter, statuses: readonly RecipientStatus[]): Bounce[] {
  const notice = splitNotice(letter.text);
  const id = originalId(letter, notice.original);
  return statuses.map((status) => {
    // Where the report has no words of its own, those for people have them.
    const said = readEntries(notice, status.recipient ? [status.recipient.toLowerCase()] : [], []);
    const words = said.find((it) => it.recipient.toLowerCase() === status.recipient?.toLowerCase());
    return toBounce(
      status.recipient ?? said[0]?.recipient ?? null,
      status.diagnostic ?? '',
      words?.diagnostic ?? notice.lines.join('\n'),
      status.status,
      status.action,
      id,
    );
  });
}

function fromNotice(letter: Letter): Bounce[] {
  const notice = splitNotice(letter.text);
  const known = (headerOf(letter, 'x-failed-recipients') ?? '')
    .split(/[\s,]+/)
    .filter((it) => it.includes('@'))
    .map((it) => it.toLowerCase());
  const own = [letter.from, ...letter.to].flatMap((it) => (it ? [it.address.toLowerCase()] : []));
  const id = originalId(letter, notice.original);
  const action = looksDelayed(notice.lines.join('\n')) ? 'delayed' : 'failed';
  return readEntries(notice, known, own).map(({ recipient, diagnostic }) =>
    toBounce(recipient, diagnostic, notice.lines.join('\n'), null, action, id),
  );
}

function toBounce(
  recipient: string | null,
  diagnostic: string,
  words: string,
  givenStatus: string | null,
  givenAction: string | null,
  originalMessageId: string | null,
): Bounce {
  const said = diagnostic.trim() === '' ? words : diagnostic;
  const status = moreExact(givenStatus, statusIn(said) ?? statusIn(words)) ?? statusOfAction(givenAction);
  const replyCode = replyCodeIn(said) ?? replyCodeIn(words);
  const action = actionOf(givenAction, status, replyCode);
  let reason = bounceReason(said, status, action);
  if (reason === 'unknown' && said !== words) reason = bounceReason(words, status, action);
  return {
    recipient,
    action,
    status,
    replyCode,
    reason,
    kind: action === 'failed' && isHard(reason, status) ? 'hard' : 'soft',
    originalMessageId,
    diagnostic: said.replace(/\s+/g, ' ').trim().slice(0, 2000),
  };
}

const statusIn = (text: string): string | null =>
  /(?<![\d.])[245]\.\d{1,2}\.\d{1,3}(?![\d.]*\d)/.exec(text.slice(0, 8000))?.[0] ?? null;
const replyCodeIn = (text: string): string | null =>
  /(?:^|[\s:;("'>#])([245][0-5]\d)(?=[\s\-:;,)]|$)(?!\s?(?:bytes|minutes|hours|kb))/m.exec(
    text.slice(0, 8000),
  )?.[1] ?? null;

/** `5.0.0` says nothing; what the server itself said is more than what the reporter made of it. */
function moreExact(given: string | null, said: string | null): string | null {
  if (given === null) return said;
  if (said === null || said[0] !== given[0]) return given;
  return /^\d\.0\.0$/.test(given) || (/^\d\.\d\.0$/.test(given) && !said.endsWith('.0')) ? said : given;
}

const statusOfAction = (action: string | null): string | null =>
  action === 'delayed' ? '4.0.0' : action === 'failed' ? '5.0.0' : null;

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

function actionOf(given: string | null, status: string | null, replyCode: string | null): Bounce['action'] {
  const known = actions.find((it) => it === given);
  if (known) return known;
  const first = status?.[0] ?? replyCode?.[0];
  return first === '2' ? 'delivered' : first === '4' && given !== null ? 'delayed' : 'failed';
}

function originalId(letter: Letter, copy: string): string | null {
  for (const { text } of letter.reports.filter(({ kind }) => kind === 'original')) {
    const id = readMessageIds(/^message-id:(.*)$/im.exec(text)?.[1] ?? null)[0];
    if (id) return id;
  }
  const inCopy = /^message-id:\s{0,20}(?:\n\s{1,20})?(<[^<>\s]{1,500}>)/im.exec(copy.slice(0, 100_000))?.[1];
  return readMessageIds(inCopy ?? null)[0] ?? letter.references.at(-1) ?? letter.inReplyTo[0] ?? null;
}

const daemons =
  /^(?:mailer[-_.]?daemon|post[-_.]?master|mail[-_.]?daemon|mdaemon|bounce[sd]?|mail[-_.]?delivery|mta|microsoftexchange\w*)(?:[+@-]|$)/i;
const subjects =
  /undeliver|(?:delivery|delivered).{0,30}(?:fail|status|problem|notification|error|delay|subsystem)|(?:fail|unable|could not|cannot|not).{0,20}deliver|returned (?:mail|e-?mail|to sender)|returning message|mail (?:system error|error|failure|could not)|failure notice|non.?delivery|message (?:delayed|undeliverable)|warning: (?:could not|message)|mail failure|bounced|^failure$|доставить не удалось|не доставлено|сообщение не доставлено|unzustellbar|nicht zugestellt|no se puede entregar|no entregado|não entregue|não foi possível entregar|non remis|échec de (?:la )?remise|退信|未送达|无法投递|無法傳遞|系统退信|配信不能|配信できません|送信できません|엔진|반송|배달되지|gửi không thành công|teslim edilemedi|tidak terkirim|ส่งไม่สำเร็จ|تعذر (?:تسليم|التسليم)/i;

function looksLikeNotice(letter: Letter): boolean {
  const returnPath = headerOf(letter, 'return-path');
  const emptyPath = returnPath !== null && /^<?\s*>?$/.test(returnPath);
  const fromDaemon =
    daemons.test(letter.from?.address ?? '') || daemons.test(returnPath?.replace(/[<>]/g, '') ?? '');
  const saysSo = subjects.test(letter.subject) || headerOf(letter, 'x-failed-recipients') !== null;
  const rawDaemon = /mailer-daemon|mail delivery/i.test(headerOf(letter, 'from') ?? '');
  if (headerOf(letter, 'auto-submitted')?.toLowerCase().startsWith('auto-replied') && !saysSo && !fromDaemon)
    return false;
  return (
    fromDaemon ||
    rawDaemon ||
    (saysSo && (emptyPath || returnPath === null || headerOf(letter, 'x-failed-recipients') !== null))
  );
}

const looksDelayed = (text: string): boolean =>
  /(?:temporary|transient) (?:failure|error|problem)|(?:still|will) (?:be )?(?:try|retr)|has not yet been|is delayed|been delayed|will keep trying|not need to re-?send/i.test(
    text,
  ) && !/giving up|permanent|no longer|final/i.test(text);

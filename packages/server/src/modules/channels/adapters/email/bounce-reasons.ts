/** Why a letter did not arrive; the names are stored. */
const bounceReasons = [
  'user_unknown',
  'host_unknown',
  'has_moved',
  'not_accept',
  'mailbox_full',
  'system_full',
  'suspend',
  'filtered',
  'rejected',
  'blocked',
  'bad_reputation',
  'require_ptr',
  'auth_failure',
  'security_error',
  'no_relaying',
  'policy_violation',
  'spam_detected',
  'virus_detected',
  'content_error',
  'not_compliant_rfc',
  'message_too_big',
  'too_many_connections',
  'rate_limited',
  'expired',
  'network_error',
  'syntax_error',
  'mailer_error',
  'system_error',
  'delivered',
  'unknown',
] as const;
export type BounceReason = (typeof bounceReasons)[number];

/** These mean that the address will not work tomorrow either. */
const hard: ReadonlySet<BounceReason> = new Set(['user_unknown', 'host_unknown', 'has_moved', 'not_accept']);

/** Whether to write to the address again makes no sense. A temporary status (RFC 3463 class 4) never is. */
export const isHard = (reason: BounceReason, status: string | null): boolean =>
  hard.has(reason) && !status?.startsWith('4');

/**
 * What servers say, the more telling first. No pattern has two unbounded repetitions, and texts are cut before, so that time grows
 * with the length only.
 */
const patterns: readonly (readonly [BounceReason, RegExp])[] = [
  [
    'not_accept',
    /null ?mx|no mx (?:record )?found|find a mail exchanger|no mail exchanger|does not accept (?:any )?(?:mail|e-?mail|messages)|(?:domain|host) .{0,60}(?:accepts? no mail|not accept (?:e?mail))|\b556\b|smtp protocol returned a permanent error|no mail (?:is )?accepted|sender address has null mx/,
  ],
  [
    'has_moved',
    /has moved|has changed (?:to|address)|address has changed|new (?:e-?mail )?address is|no longer (?:works|working|employed|with)|left the company/,
  ],
  ['virus_detected', /virus|malware|infected|trojan/],
  [
    'auth_failure',
    /dmarc|dkim(?!-signature)|(?:^|[^a-z])spf(?:[^a-z]|$)|sender policy framework|unauthenticated (?:e-?mail|mail|sender)|sender id .{0,20}fail|not pass(?:ing)? authentication/,
  ],
  [
    'require_ptr',
    /reverse (?:dns|name|lookup|mapping|hostname)|\bptr\b|\brdns\b|cannot find your (?:hostname|reverse)|no (?:valid )?reverse|unresolvable (?:relay )?host|ip name lookup failed|fix reverse/,
  ],
  ['bad_reputation', /reputation|sender ?score/],
  [
    'mailbox_full',
    /mail ?box (?:is |has |.{0,60})(?:full|exceed|over ?quota)|over ?(?:the )?(?:disk )?quota|quota (?:is )?(?:exceed|full|violation|has been)|(?:exceed|reach|over).{0,40}(?:quota|storage|disk space|mailbox size)|disk quota|out of (?:storage|quota)|(?:storage|disk) (?:is )?full|(?:account|inbox|user|maildir|recipient).{0,40}(?:is |has )(?:full|overquota|exceeded)|not enough (?:storage|disk) space|insufficient (?:disk |storage|quota)|no space (?:left )?(?:for|in)|mailbox size limit|storage (?:limit|allocation)|容量|容量オーバー|переполнен|boite pleine|bo[iî]te .{0,20}pleine|buz[oó]n .{0,20}lleno|caixa .{0,20}cheia|postfach .{0,20}voll|mailbox_full/,
  ],
  [
    'system_full',
    /insufficient system (?:storage|resources)|mail system full|system storage|requested mail action aborted: exceeded storage/,
  ],
  [
    'message_too_big',
    /(?:message|mail|size).{0,40}(?:too (?:big|large)|exceeds?|exceeded).{0,40}|exceeds? .{0,30}(?:size|maximum)|maximum (?:message )?size|size limit/,
  ],
  [
    'too_many_connections',
    /too many (?:concurrent |simultaneous |smtp )?(?:connections|sessions|errors)|connection (?:rate|frequency|limit)|maximum (?:number of )?connections|concurrent connections/,
  ],
  [
    'rate_limited',
    /rate.?limit|throttl|too many (?:messages|mails|e-?mails|recipients|letters|requests)|(?:sending|message|hourly|daily) (?:limit|rate)|gr[ae]ylist|receiving mail at a rate|slow down|deferred due to/,
  ],
  [
    'suspend',
    /(?:account|mailbox|user|recipient|address|e-?mail).{0,60}(?:disabled|suspended|inactive|deactivated|locked|not active|de-?activated|discontinued|terminated|blocked due to inactivity)|(?:disabled|inactive|suspended|locked|expired|deactivated) (?:account|mailbox|user|recipient)|mailbox temporarily disabled/,
  ],
  [
    'user_unknown',
    /user.{0,40}(?:unknown|doe ?s ?n.t (?:exist|have)|not known)|unknown (?:user|recipient|local|account|address|mailbox|e-?mail)|no such (?:user|mailbox|mail ?drop|recipient|account|address|person|e-?mail|local|name)|no (?:mailbox|account|user) (?:here|by|with|found)|(?:user|recipient|mailbox|account|address|e-?mail|inbox|name).{0,80}(?:not (?:be )?found|does ?n.t exist|does not exist|do not exist|not exist|no longer (?:valid|exists|available|on server)|is invalid|is not (?:a )?(?:valid|known|recognized|listed)|not (?:listed|recognized|recognised|valid)|isn.t (?:valid|known))|invalid (?:recipient|mailbox|user|address|local|e-?mail)|not a (?:valid|known) (?:user|mailbox|recipient|address|e-?mail)|recipient name is not recogni[sz]ed|bad (?:destination|recipient) (?:mailbox|address)|addressee unknown|(?:address|recipient).{0,20}undeliverable|not our customer|unrout(?:e)?able address|destinataire inconnu|no mail ?box|user_unknown|resolver\.adr\.(?:recip)?notfound|recipnotfound|адресат не существует|пользователь не найден|почтовый ящик не существует|存在しません|不存在|존재하지|n.existe pas|no existe|não existe|unbekannt/,
  ],
  [
    'blocked',
    /black ?list|block ?list|deny ?list|\bdnsbl\b|\brbl\b|spamhaus|spamcop|barracuda|(?:client host|\bip\b|your (?:ip|host|server|network|domain)).{0,60}(?:blocked|banned|refused|denied|listed|rejected)|(?:address|host|network|server|connection|domain).{0,60}(?:blocked|banned|blacklisted)|^\d* ?blocked|blocked (?:by|using|for)|not allowed to connect|(?:poor|bad) ip|access from .{0,60}(?:denied|blocked)|connection (?:refused|dropped) by (?:policy|your)|bad helo|invalid helo|helo .{0,30}(?:rejected|denied)|banned ip|dynamic ip|residential|dialup/,
  ],
  [
    'host_unknown',
    /host (?:name )?(?:is )?(?:unknown|not found|lookup)|unknown (?:host|domain)|no such (?:domain|host)|domain.{0,40}(?:does ?n.t exist|does not exist|not found|is invalid|unknown|couldn.t be found|isn.t)|host or domain name not found|\b[a-z0-9-]{1,63}\.[a-z]{2,20} does not exist|nxdomain|name or service not known|illegal host|bad (?:destination )?(?:host|system) address|unrout(?:e)?able (?:mail )?domain|couldn.t find any host|no mx .{0,20}found|cannot route|recipient.s domain|mx or srv record|invalid (?:destination )?domain|dns error|name server: .{0,40}host not found/,
  ],
  [
    'no_relaying',
    /relay(?:ing)? (?:access )?(?:is )?(?:denied|not permitted|prohibited|not allowed|rejected)|unable to relay|not permitted to relay|(?:do|does|will) not relay|not allowed to relay|relay not|relaying/,
  ],
  [
    'spam_detected',
    /spam|junk mail|unsolicited|bulk mail|mail rejet|looks like|suspicious message|considered as/,
  ],
  [
    'not_compliant_rfc',
    /rfc ?-?(?:5321|5322|822|2822|821|2821)(?!;)\b|not (?:rfc )?compliant|duplicate .{0,20}header|multiple .{0,40}header|missing .{0,20}header|bare (?:lf|cr|line|newline)|non.?compliant/,
  ],
  [
    'content_error',
    /content (?:rejected|error|filter|not acceptable|denied)|contents? .{0,20}rejected|header error|attachment|executable|8.?bit|mime .{0,30}(?:error|invalid|malformed)|malformed (?!address)|encoding|nul (?:characters?|byte)|message (?:body )?(?:contains|rejected (?:due|because))|charset|url in|conversion/,
  ],
  [
    'expired',
    /(?:delivery|retry|message|time).{0,30}(?:expired|time ?out|timed out)|retry timeout exceeded|delivery failed \d+ attempts|(?:could not|unable to|not been able to|cannot|has not) be(?:en)? delivered .{0,30}(?:for|after|within) .{0,20}(?:days?|hours?|minutes?)|(?:in (?:the )?)?queue (?:for )?(?:too long|expired)|has been (?:delayed|deferred)|undeliverable for|giving up|period of|has expired|no longer (?:be )?attempt|maximum (?:number of )?(?:retries|attempts)|could not be sent for|unable to deliver (?:it|the message) (?:for|within)/,
  ],
  [
    'network_error',
    /network (?:error|is unreachable|unreachable)|connection (?:timed out|reset|lost|refused|was dropped|dropped|failed|closed|timeout)|no route to host|(?:could ?n.t|can ?not|can.t|unable to|wasn.t able to|was not able to) (?:establish|connect|open|make|reach)|host (?:is )?(?:un)?reach|(?:mail|routing) (?:for .{0,60})?loop|too many hops|hop count|all (?:relevant )?(?:mx|hosts).{0,60}(?:fail|unreach|point)|destination mxs|no (?:smtp )?(?:response|answer) from|lookup (?:failure|failed)|temporar(?:y|ily) .{0,20}(?:dns|lookup|resolution)|name service error|server (?:disconnected|not responding)|did not (?:respond|answer)|no network|operation timed out|network timeout/,
  ],
  [
    'syntax_error',
    /syntax error|command (?:unrecogni[sz]ed|not recogni[sz]ed|not implemented|unknown|rejected)|fully.qualified|bad sequence|unimplemented|improper command|protocol error|bad command|unrecogni[sz]ed (?:command|parameter)|out of sequence|parameter not|malformed address|syntactically in/,
  ],
  ['policy_violation', /(?:for|due to) (?:local )?policy|policy (?:reasons|violation)/],
  [
    'rejected',
    /sender.{0,40}(?:rejected|denied|verify|unknown|invalid|not (?:allowed|exist|permitted)|refused|domain)|(?:bad|invalid|unknown|unverified) sender|domain of sender|(?:from|return.path|reverse.path|envelope).{0,40}(?:rejected|invalid|denied|not (?:exist|allowed))|not (?:allowed|authori[sz]ed|permitted|have permission).{0,30}(?:to )?(?:post|send|mail)|permission to post|mail from .{0,40}(?:denied|rejected|not)|not accepting mail from|google\.com\/(?:a\/|)?(?:.{0,40}answer\/)?(?:answer=|support)|google ?groups?/,
  ],
  [
    'security_error',
    /(?:access|permission|authorization|authori[sz]ation) denied|not authori[sz]ed|authenticat|credentials?|\btls\b|starttls|encryption|security|ssl|certificate|log ?in|denied by policy|smtp auth|restricted|delivery not authorized|sending .{0,20}not verified|not verified/,
  ],
  [
    'filtered',
    /filter|does ?n.t (?:accept|want)|refused (?:to receive|by recipient|mail)|recipient.{0,40}(?:refus|reject|not accept|denied|restricted)|rejected by .{0,40}(?:recipient|domain|user)|mailbox unavailable|user (?:is )?(?:not accepting|unavailable|reject)|not accept(?:ing)? (?:messages|mail|your)|resolver\.rst|does ?n.t have a .{0,60} account|would not accept|undeliverable to/,
  ],
  [
    'policy_violation',
    /polic(?:y|ies)|prohibit|administrat|not permitted|not allowed|violat|local restriction/,
  ],
  [
    'mailer_error',
    /command (?:died|failed|time limit|output)|mailer (?:error|exited|had)|local delivery|procmail|\bpipe\b|exit (?:status|code)|x-unix|\bdeferred\b.{0,20}mailer|can.t (?:create|open) .{0,30}(?:output|file|mailbox)|local_scan/,
  ],
  [
    'system_error',
    /system (?:error|failure|problem|config)|service (?:is )?(?:currently |temporarily )?(?:unavailable|not available)|server (?:error|busy|config)|internal (?:server |software )?error|configuration (?:error|problem)|local (?:error|problem)|temporar(?:y|ily) (?:local )?(?:problem|error|failure|unavailable)|loops? back to|out of memory|resources?|aliasing|looping|try (?:again|later)|unexpected|can.t|cannot/,
  ],
];

/** The reason that a status gives by itself (RFC 3463 and its registry), by subject and detail. */
const byStatus: Readonly<Record<string, BounceReason>> = {
  '1.0': 'user_unknown',
  '1.1': 'user_unknown',
  '1.2': 'host_unknown',
  '1.3': 'user_unknown',
  '1.4': 'filtered',
  '1.6': 'has_moved',
  '1.7': 'rejected',
  '1.8': 'rejected',
  '1.10': 'not_accept',
  '2.0': 'filtered',
  '2.1': 'user_unknown',
  '2.2': 'mailbox_full',
  '2.3': 'message_too_big',
  '2.4': 'filtered',
  '3.0': 'system_error',
  '3.1': 'system_full',
  '3.2': 'system_error',
  '3.4': 'message_too_big',
  '3.5': 'system_error',
  '4.1': 'network_error',
  '4.2': 'network_error',
  '4.3': 'system_error',
  '4.4': 'host_unknown',
  '4.5': 'system_full',
  '4.6': 'network_error',
  '4.7': 'expired',
  '5.0': 'syntax_error',
  '5.1': 'syntax_error',
  '5.2': 'syntax_error',
  '5.3': 'rate_limited',
  '5.4': 'syntax_error',
  '6.0': 'content_error',
  '6.1': 'content_error',
  '6.3': 'content_error',
  '6.6': 'content_error',
  '7.0': 'policy_violation',
  '7.1': 'filtered',
  '7.2': 'filtered',
  '7.3': 'security_error',
  '7.4': 'security_error',
  '7.5': 'security_error',
  '7.6': 'security_error',
  '7.7': 'security_error',
  '7.8': 'security_error',
  '7.13': 'suspend',
  '7.20': 'auth_failure',
  '7.21': 'auth_failure',
  '7.22': 'auth_failure',
  '7.23': 'auth_failure',
  '7.24': 'auth_failure',
  '7.25': 'require_ptr',
  '7.26': 'auth_failure',
  '7.27': 'not_accept',
  '7.28': 'rate_limited',
};

/** Statuses so exact that no wording around them says more. */
const exact = new Set([
  '1.1',
  '1.2',
  '1.3',
  '4.1',
  '1.6',
  '1.10',
  '2.2',
  '3.4',
  '7.13',
  '7.25',
  '7.26',
  '7.27',
]);

/** The reason in what a server said and its status, the more exact of both. */
export function bounceReason(diagnostic: string, status: string | null, action: string | null): BounceReason {
  if (status?.startsWith('2') || (action !== null && ['delivered', 'relayed', 'expanded'].includes(action)))
    return 'delivered';
  const detail = status?.slice(2) ?? '';
  const certain = exact.has(detail) ? byStatus[detail] : undefined;
  if (certain) return certain;
  const text = diagnostic.slice(0, 4000).toLowerCase().replace(/\s+/g, ' ');
  for (const [reason, pattern] of patterns) if (pattern.test(text)) return reason;
  return byStatus[detail] ?? (action === 'delayed' ? 'expired' : 'unknown');
}

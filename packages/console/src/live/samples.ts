import type { Conversation, Message, SlaClock, Ticket } from '@fairlead/contract';

/** For tests: a stable id that ends in a number. */
export const sampleId = (n: number): string => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** For tests: `n` minutes past a fixed hour. */
export const sampleMoment = (n: number): string => new Date(Date.UTC(2026, 10, 3, 9, n)).toISOString();

/** For tests: a conversation that is whole, with what the test cares about. */
export function sampleConversation(with_: Partial<Conversation> & { n?: number } = {}): Conversation {
  const { n = 1, ...rest } = with_;
  return {
    id: sampleId(n),
    number: 1000 + n,
    version: 1,
    state: 'assigned',
    channel: 'chat',
    inboxId: sampleId(900),
    topic: 'deposit_withdrawal',
    language: 'vi',
    locale: 'vi',
    customer: {
      id: sampleId(500 + n),
      name: 'Nguyễn Văn An',
      externalId: '48213377',
      verified: true,
      tier: 'standard',
      locale: 'vi',
    },
    teamId: sampleId(800),
    assigneeId: sampleId(700),
    accepted: true,
    priority: 0,
    lastSeq: 0,
    preview: null,
    waitingSince: null,
    agentReadSeq: 0,
    customerDeliveredSeq: 0,
    customerReadSeq: 0,
    closeReason: null,
    previousConversationId: null,
    createdAt: sampleMoment(0),
    lastActivityAt: sampleMoment(n),
    closedAt: null,
    ...rest,
  };
}

/** For tests: a message of the customer of `sampleConversation({ n: 1 })`, or what the test makes of it. */
export function sampleMessage(seq: number, with_: Partial<Message> = {}): Message {
  return {
    id: sampleId(10_000 + seq),
    conversationId: sampleId(1),
    seq,
    publicSeq: seq,
    kind: 'text',
    author: { type: 'customer', id: sampleId(501), name: 'Nguyễn Văn An' },
    text: `message ${seq}`,
    system: null,
    attachments: [],
    letter: null,
    mentions: [],
    quickReplies: [],
    translatedFrom: null,
    publicOn: null,
    sources: [],
    createdAt: sampleMoment(seq),
    delivery: null,
    ...with_,
  };
}

/** For tests: a ticket that is whole, with what the test cares about. */
export function sampleTicket(with_: Partial<Ticket> & { n?: number } = {}): Ticket {
  const { n = 1, ...rest } = with_;
  return {
    id: sampleId(2000 + n),
    number: 10_000 + n,
    version: 1,
    subject: 'Deposit is missing',
    category: 'deposit_withdrawal.deposit_not_credited',
    priority: 'normal',
    status: 'open',
    teamId: sampleId(800),
    assigneeId: sampleId(700),
    followerIds: [],
    tags: [],
    customer: sampleConversation({ n }).customer,
    conversationId: sampleId(n),
    parentId: null,
    parentWaits: false,
    followsId: null,
    language: 'vi',
    locale: 'vi',
    channel: 'chat',
    source: 'agent',
    createdAt: sampleMoment(0),
    updatedAt: sampleMoment(n),
    solvedAt: null,
    closedAt: null,
    reopenedCount: 0,
    dueAt: null,
    mergedIntoId: null,
    sideUnread: 0,
    isTracker: false,
    ...rest,
  };
}

/** A clock that runs. */
export function sampleClock(given: Partial<SlaClock> = {}): SlaClock {
  return {
    kind: 'resolution',
    round: 1,
    state: 'running',
    policyId: sampleId(900),
    policyName: 'Usual',
    calendarId: null,
    targetMinutes: 60,
    elapsed: 0,
    runningSince: sampleMoment(0),
    startedAt: sampleMoment(0),
    warnAt: sampleMoment(45),
    dueAt: sampleMoment(60),
    metAt: null,
    breachedAt: null,
    pauses: [],
    ...given,
  };
}

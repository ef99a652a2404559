import { describe, expect, test } from 'vitest';
import { bounceReason, isHard } from './bounce-reasons.ts';
import { letterOf } from './letters.testing.ts';
import { recogniseBounce } from './recognise-bounce.ts';

const report = (...parts: string[]) => `${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;
const daemon = {
  From: 'MAILER-DAEMON@mx.example',
  Subject: 'Undelivered Mail Returned to Sender',
  'Return-Path': '<>',
};
const asReport = { ...daemon, 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' };
const original = 'Content-Type: message/rfc822\n\nMessage-ID: <m1@htx.com>\nFrom: support@htx.com\n\nHello';

describe('recogniseBounce', () => {
  test('reads each recipient of a delivery status', () => {
    const status =
      'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; <a@x.io>\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <a@x.io>...\n User unknown\n\nFinal-Recipient: rfc822; b@x.io\nAction: delayed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 452 4.2.2 Mailbox full';
    expect(recogniseBounce(letterOf(asReport, report('\nSorry', status, original)))).toEqual({
      complaints: [],
      bounces: [
        {
          recipient: 'a@x.io',
          action: 'failed',
          status: '5.1.1',
          replyCode: '550',
          reason: 'user_unknown',
          kind: 'hard',
          originalMessageId: 'm1@htx.com',
          diagnostic: '550 5.1.1 <a@x.io>... User unknown',
        },
        {
          recipient: 'b@x.io',
          action: 'delayed',
          status: '4.2.2',
          replyCode: '452',
          reason: 'mailbox_full',
          kind: 'soft',
          originalMessageId: 'm1@htx.com',
          diagnostic: '452 4.2.2 Mailbox full',
        },
      ],
    });
  });

  test.each([
    [
      'qmail',
      'Hi. This is the qmail-send program at x.\n\n<a@x.io>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 no such user\nGiving up on 192.0.2.1.\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <m1@htx.com>\n',
      { recipient: 'a@x.io', status: '5.1.1', replyCode: '550', reason: 'user_unknown', kind: 'hard' },
    ],
    [
      'Exim',
      'A message that you sent could not be delivered.\n\n  a@x.io\n    SMTP error from remote mail server after RCPT TO:<a@x.io>:\n    552 5.2.2 mailbox full\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: <m1@htx.com>\n',
      { recipient: 'a@x.io', status: '5.2.2', replyCode: '552', reason: 'mailbox_full', kind: 'soft' },
    ],
    [
      'a server that only warns',
      'A message is delayed. This is only a temporary failure report.\n\na@x.io: Network error on destination MXs\n\nBelow is a copy of the original message:\nMessage-ID: <m1@htx.com>\n',
      { recipient: 'a@x.io', action: 'delayed', status: '4.0.0', reason: 'network_error', kind: 'soft' },
    ],
  ])('reads the notice of %s', (_, text, bounce) => {
    expect(recogniseBounce(letterOf(daemon, text))?.bounces).toMatchObject([
      { ...bounce, originalMessageId: 'm1@htx.com' },
    ]);
  });

  test('takes the failed recipient that a header names', () => {
    const letter = letterOf(
      { ...daemon, 'X-Failed-Recipients': 'a@x.io' },
      'We wrote from c@x.io to a@x.io: host unknown',
    );
    expect(recogniseBounce(letter)?.bounces).toMatchObject([
      { recipient: 'a@x.io', reason: 'host_unknown', kind: 'hard' },
    ]);
  });

  test('reads complaints', () => {
    const feedback =
      'Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: <a@x.io>\nOriginal-Rcpt-To: b@x.io';
    const letter = letterOf(
      { From: 'fbl@x.io', 'Content-Type': 'multipart/report; boundary=b' },
      report(feedback, original),
    );
    const complaint = { feedbackType: 'abuse', originalMessageId: 'm1@htx.com' };
    expect(recogniseBounce(letter)).toEqual({
      bounces: [],
      complaints: [
        { recipient: 'a@x.io', ...complaint },
        { recipient: 'b@x.io', ...complaint },
      ],
    });
  });

  test.each([
    [
      'a question about delivery',
      { From: 'mei@x.io', Subject: 'Withdrawal failed', 'Return-Path': '<mei@x.io>' },
    ],
    [
      'an absence',
      { From: 'mei@x.io', Subject: 'Out of office', 'Auto-Submitted': 'auto-replied', 'Return-Path': '<>' },
    ],
    [
      'one who quotes a bounce',
      { From: 'mei@x.io', Subject: 'Re: Undelivered Mail', 'Return-Path': '<mei@x.io>' },
    ],
  ])('is silent about %s', (_, headers) => {
    expect(recogniseBounce(letterOf(headers, '550 5.1.1 <a@x.io> user unknown'))).toBeNull();
  });
});

describe('bounceReason', () => {
  test.each([
    ['550 5.7.26 unauthenticated mail', '5.7.26', 'auth_failure'],
    [
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
      '5.7.1',
      'blocked',
    ],
    ['550 Recipient address rejected: User unknown in virtual mailbox table', null, 'user_unknown'],
    ['450 4.2.0 Greylisted, try again later', '4.2.0', 'rate_limited'],
    ['550 5.1.10 RESOLVER.ADR.RecipientNotFound', '5.1.10', 'not_accept'],
    ['552 Message size exceeds maximum', null, 'message_too_big'],
    ['554 5.7.1 Relay access denied', '5.7.1', 'no_relaying'],
    ['550 The account has been disabled', null, 'suspend'],
    ['connect to x.io[192.0.2.1]:25: Connection refused', null, 'network_error'],
    ['550 message contains spam', null, 'spam_detected'],
    ['', '5.4.4', 'host_unknown'],
    ['', null, 'unknown'],
  ])('%j with %s', (diagnostic, status, reason) => {
    expect(bounceReason(diagnostic, status, 'failed')).toBe(reason);
  });

  test('a temporary status is never hard', () => {
    expect(isHard('user_unknown', '5.1.1')).toBe(true);
    expect(isHard('user_unknown', '4.1.1')).toBe(false);
    expect(isHard('mailbox_full', '5.2.2')).toBe(false);
  });
});

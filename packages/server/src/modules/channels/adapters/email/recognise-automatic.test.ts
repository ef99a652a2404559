import { describe, expect, test } from 'vitest';
import { letterOf } from './letters.testing.ts';
import { mayAnswerAutomatically, recogniseAutomatic } from './recognise-automatic.ts';

const person = { From: 'Mei <mei@x.io>', Subject: 'Re: deposit' };

describe('recogniseAutomatic', () => {
  test.each([
    ['a person', {}, null],
    ['a person whose Exchange asks for silence', { 'X-Auto-Response-Suppress': 'DR, OOF' }, null],
    ['a declared person', { 'Auto-Submitted': 'no' }, null],
    ['our own letter', { 'X-Fairlead-Loop': '1', 'Auto-Submitted': 'auto-replied' }, 'own'],
    ['RFC 3834', { 'Auto-Submitted': 'auto-replied (vacation)' }, 'auto_reply'],
    ['a generated letter', { 'Auto-Submitted': 'auto-generated' }, 'notification'],
    ['X-Autoreply', { 'X-Autoreply': 'yes' }, 'auto_reply'],
    ['a header that says no', { 'X-Autoreply': 'no' }, null],
    ['old precedence', { Precedence: 'auto_reply' }, 'auto_reply'],
    ['Exchange', { 'X-MS-Exchange-Inbox-Rules-Loop': 'a@x.io', 'In-Reply-To': '<a@x>' }, 'auto_reply'],
    ['a list', { 'List-Id': '<news.x.io>', Precedence: 'bulk' }, 'list'],
    ['bulk', { Precedence: 'bulk' }, 'notification'],
    ['nobody to answer', { From: 'no-reply@x.io' }, 'notification'],
  ])('%s', (_, headers, automatic) => {
    expect(recogniseAutomatic(letterOf({ ...person, ...headers }, 'Hello'))).toBe(automatic);
  });

  test.each([
    'Automatic reply: deposit',
    'Out of Office: deposit',
    '自动回复: 充值',
    '自動回覆：充值',
    '自動返信: 入金',
    '[자동회신] 입금',
    'Автоответ: депозит',
    'Respuesta automática: depósito',
    'Resposta automática: depósito',
    'Trả lời tự động: nạp tiền',
    'Otomatik yanıt: yatırma',
    'Balasan otomatis: deposit',
    'ตอบกลับอัตโนมัติ: ฝาก',
    'Réponse automatique : dépôt',
    'Automatische Antwort: Einzahlung',
    'رد تلقائي: إيداع',
  ])('knows an absence by its subject: %s', (subject) => {
    expect(recogniseAutomatic(letterOf({ ...person, Subject: subject }))).toBe('out_of_office');
  });

  test.each(['Automatic withdrawal failed', 'Office hours?', 'Re: Autoreply does not work'])(
    'does not take %j for one',
    (subject) => {
      expect(recogniseAutomatic(letterOf({ ...person, Subject: subject }))).toBeNull();
    },
  );

  test('knows receipts and answers to invitations by what they hold', () => {
    const receipt =
      'Content-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n';
    const mdn = letterOf(
      { ...person, 'Content-Type': 'multipart/report; boundary=b' },
      `--b\n\nread\n--b\n${receipt}--b--`,
    );
    expect(recogniseAutomatic(mdn)).toBe('read_receipt');
    const calendar = 'BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR';
    expect(recogniseAutomatic(letterOf({ ...person, 'Content-Type': 'text/calendar' }, calendar))).toBe(
      'calendar_reply',
    );
  });
});

describe('mayAnswerAutomatically', () => {
  test.each([
    [{}, true],
    [{ 'X-Auto-Response-Suppress': 'DR, RN, NRN' }, true],
    [{ 'X-Auto-Response-Suppress': 'OOF, AutoReply' }, false],
    [{ 'X-Auto-Response-Suppress': 'All' }, false],
    [{ 'Return-Path': '<>' }, false],
    [{ 'List-Id': '<a.b>' }, false],
  ])('%j', (headers, may) => {
    expect(mayAnswerAutomatically(letterOf({ ...person, ...headers }, 'Hello'))).toBe(may);
  });
});

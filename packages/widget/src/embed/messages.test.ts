import { describe, expect, it } from 'vitest';
import { protocol } from './messages.ts';
import { readFrameMessage } from './read-frame-message.ts';
import { readHostMessage } from './read-host-message.ts';

const host = {
  p: protocol,
  locales: ['zh-CN', 'en'],
  theme: 'dark',
  identity: undefined,
  open: true,
  full: false,
  url: 'https://www.example.com/trade',
  title: 'Trade',
};
const launcher = { p: protocol, t: 'launcher', unread: 2, open: 'Open', close: 'Close', title: 'Support' };
const foreign = [null, undefined, 1, 'close', [], {}, { t: 'close' }, { p: 'other', t: 'close' }];

describe('what the host page says', () => {
  it('is read field by field', () => {
    expect(readHostMessage({ ...host, extra: 1 })).toEqual({
      locales: ['zh-CN', 'en'],
      theme: 'dark',
      identity: undefined,
      open: true,
      full: false,
      url: 'https://www.example.com/trade',
      title: 'Trade',
    });
    expect(readHostMessage({ ...host, identity: null })?.identity).toBeNull();
    expect(readHostMessage({ ...host, identity: 'a.b.c' })?.identity).toBe('a.b.c');
  });

  it.each([
    { locales: 'en' },
    { locales: [1] },
    { locales: ['x'.repeat(41)] },
    { theme: 'pink' },
    { identity: 5 },
    { identity: 'x'.repeat(8001) },
    { open: 'yes' },
    { full: undefined },
    { url: undefined },
    { title: {} },
  ])('is refused whole when a field is wrong: %o', (wrong) => {
    expect(readHostMessage({ ...host, ...wrong })).toBeUndefined();
  });

  it('carries no query and no fragment', () => {
    expect(readHostMessage({ ...host, url: 'https://x.example/?token=1' })).toBeUndefined();
    expect(readHostMessage({ ...host, url: 'https://x.example/#token' })).toBeUndefined();
  });

  it('is cut to what the server keeps', () => {
    expect(readHostMessage({ ...host, title: 'x'.repeat(999) })?.title).toHaveLength(300);
  });

  it.each(foreign)('is not %o', (data) => {
    expect(readHostMessage(data)).toBeUndefined();
  });
});

describe('what the frame says', () => {
  it('is read', () => {
    expect(readFrameMessage({ p: protocol, t: 'close' })).toMatchObject({ t: 'close' });
    expect(readFrameMessage({ p: protocol, t: 'error', code: 'a.b' })).toMatchObject({ code: 'a.b' });
    expect(readFrameMessage(launcher)).toMatchObject({ unread: 2, open: 'Open' });
  });

  it.each([
    { ...launcher, unread: '2' },
    { ...launcher, open: 1 },
    { ...launcher, close: null },
    { ...launcher, title: undefined },
    { p: protocol, t: 'error' },
    { p: protocol, t: 'constructor' },
    { p: protocol },
    ...foreign,
  ])('is not %o', (data) => {
    expect(readFrameMessage(data)).toBeUndefined();
  });
});

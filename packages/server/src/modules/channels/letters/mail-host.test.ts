import { expect, test } from 'vitest';
import { isLinkLocal, mailHost } from './mail-host.ts';

test.each([
  ['169.254.169.254', true],
  ['::ffff:169.254.169.254', true],
  // The same, as URLs and resolvers write it.
  ['::ffff:a9fe:a9fe', true],
  ['::FFFF:A9FE:1', true],
  ['64:ff9b::a9fe:a9fe', true],
  ['fe80::1', true],
  ['fe80::1%eth0', true],
  ['febf::1', true],
  ['fd00:ec2::254', true],
  ['127.0.0.1', false],
  ['10.0.0.5', false],
  ['fec0::1', false],
  ['2001:db8::fe80', false],
])('%s is one that hands out secrets to this machine: %s', (address, refused) => {
  expect(isLinkLocal(address)).toBe(refused);
});

test('a host is refused by what it resolves to, and named for its certificate unless it is an address', async () => {
  await expect(mailHost('169.254.169.254')).rejects.toMatchObject({ code: 'channels.host_refused' });
  expect(await mailHost('127.0.0.1')).toEqual({ address: '127.0.0.1', servername: undefined });
  expect(await mailHost('localhost')).toMatchObject({ servername: 'localhost' });
});

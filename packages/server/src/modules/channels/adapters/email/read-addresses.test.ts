import { expect, test } from 'vitest';
import { readAddresses } from './read-addresses.ts';

test.each([
  ['Eve <eve@x.example;bob@y.example>', []],
  ['Eve <eve@x.example, bob@y.example>', []],
  ['<eve@x.example>', [{ name: null, address: 'eve@x.example' }]],
  ['Eve Ko <Eve.Ko+a@X.example>', [{ name: 'Eve Ko', address: 'Eve.Ko+a@x.example' }]],
  ['"a, b"@x.example', [{ name: null, address: '"a, b"@x.example' }]],
  ['测试 <用户@例子.公司>', [{ name: '测试', address: '用户@例子.公司' }]],
  ['=?utf-8?q?eve=0D=0ABcc=3A?= <eve@x.example>', [{ name: 'eve Bcc:', address: 'eve@x.example' }]],
  ['\u202egnihton <eve@x.example>', [{ name: 'gnihton', address: 'eve@x.example' }]],
])('in %j there are %j', (header, found) => {
  expect(readAddresses(header)).toEqual(found);
});

import { base64, base64url } from '@scure/base';
import type { AddressProblem } from './chain.ts';

/** Bounceable and not; with the bit of the test network it is refused. */
const tags = [0x11, 0x51];

/** The problem of a TON address, or null: user-friendly (36 bytes in either Base64, with a CRC-16) or raw (`0:` and 64 hexadecimal digits). */
export function checkTon(text: string): AddressProblem | null {
  if (/^(0|-1):[0-9a-f]{64}$/i.test(text)) return null;
  if (!/^[A-Za-z0-9+/_-]{48}$/.test(text)) return 'form';
  if (/[+/]/.test(text) && /[-_]/.test(text)) return 'form';
  const bytes = (/[-_]/.test(text) ? base64url : base64).decode(text);
  const [tag = 0, workchain] = bytes;
  if (!tags.includes(tag) || (workchain !== 0 && workchain !== 0xff)) return 'form';
  const sum = crc16(bytes.subarray(0, 34));
  return bytes[34] === sum >> 8 && bytes[35] === (sum & 0xff) ? null : 'checksum';
}

/** CRC-16/XMODEM. */
function crc16(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      sum = sum & 0x8000 ? ((sum << 1) ^ 0x1021) & 0xffff : (sum << 1) & 0xffff;
  }
  return sum;
}

import { describe, expect, it } from 'vitest';
import { passwordStrength } from './password-strength.ts';

describe('passwordStrength', () => {
  it.each([
    ['', 'short'],
    ['Kx9#mQ2v!', 'short'],
    ['1234567890', 'weak'],
    ['aaaaaaaaaaaa', 'weak'],
    ['password1234', 'weak'],
    ['Password!2026', 'weak'],
    ['Tr4ding-desk9', 'fair'],
    ['correct horse battery staple', 'strong'],
    ['vT4$kLw9!pQz7@', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });

  it('gives no credit for what is known of the person', () => {
    expect(passwordStrength('linmeixiang.ops')).toBe('fair');
    expect(passwordStrength('linmeixiang.ops', ['linmeixiang@ops.example'])).toBe('weak');
  });

  it('takes what is known literally, not as a pattern', () => {
    expect(() => passwordStrength('something(long', ['a(b*c'])).not.toThrow();
  });
});

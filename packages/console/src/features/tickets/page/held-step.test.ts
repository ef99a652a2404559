import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HeldStep } from './held-step.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is done once its moment is over, and not a second time', () => {
  const run = vi.fn();
  const step = new HeldStep(run, 5_000);
  vi.advanceTimersByTime(4_999);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(run).toHaveBeenCalledOnce();
  expect(step.cancel()).toBe(false);
});

it('is not done when it was taken back in time', () => {
  const run = vi.fn();
  const step = new HeldStep(run, 5_000);
  expect(step.cancel()).toBe(true);
  expect(step.cancel()).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(run).not.toHaveBeenCalled();
});

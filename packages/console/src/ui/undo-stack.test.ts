import { beforeEach, expect, it } from 'vitest';
import { UndoStack } from './undo-stack.ts';

let undone: string[];
let stack: UndoStack;
const add = (id: string, name = id) => stack.add(id, () => undone.push(name));

beforeEach(() => {
  undone = [];
  stack = new UndoStack();
});

it('undoes the newest first, each once', () => {
  add('a');
  add('b');
  expect([stack.undo(), stack.undo(), stack.undo()]).toEqual([true, true, false]);
  expect(undone).toEqual(['b', 'a']);
});

it('takes one that was shown anew for the newest, as it is now', () => {
  add('a');
  add('b');
  add('a', 'a again');
  stack.undo();
  expect(undone).toEqual(['a again']);
});

it('cannot undo what is gone from the screen', () => {
  add('a');
  add('b');
  stack.drop('b');
  stack.undo();
  expect(undone).toEqual(['a']);
});

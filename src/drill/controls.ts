import type { Rating } from '../memory/rating.ts';
import { RATINGS } from '../memory/rating.ts';
import { edit, type Field, field, fieldText } from './field.ts';

/** What has the keys: the question itself, its help, or a field the learner types into. */
export type Mode = 'question' | 'help' | 'typing' | 'note' | 'lookup' | 'reading';

/** Where the learner is within the screen: everything that is shown but is not the session. */
export interface Controls {
  readonly mode: Mode;
  /** First row of the body in sight; `FOLLOW` brings the cursor into sight. */
  readonly scroll: number;
  /** The key point that the tick key acts on; in `lookup` the hit that Enter opens. */
  readonly cursor: number;
  /** The answer being typed. */
  readonly answer: Field;
  /** The note or the query being typed. */
  readonly field: Field;
  /** One sentence in place of the footer until the next key. */
  readonly notice: string;
}

/** A scroll position that asks to bring the cursor into sight. */
export const FOLLOW = -1;

export const START: Controls = {
  mode: 'question',
  scroll: 0,
  cursor: 0,
  answer: field(),
  field: field(),
  notice: '',
};

/** What the learner wants, where it is more than moving about. */
export type Intent =
  | { readonly type: 'reveal'; readonly typed: string }
  | { readonly type: 'tick'; readonly point: number }
  | { readonly type: 'rate'; readonly rating: Rating | 'proposed' }
  | { readonly type: 'skip' }
  | { readonly type: 'suspend' }
  | { readonly type: 'undo' }
  | { readonly type: 'bookmark' }
  | { readonly type: 'docs' }
  | { readonly type: 'edit' }
  | { readonly type: 'quit' }
  | { readonly type: 'note'; readonly text: string };

export interface Pressed {
  readonly controls: Controls;
  readonly intent?: Intent;
}

/** What the keys depend on besides the controls. */
export interface Situation {
  readonly phase: 'question' | 'answer' | 'done';
  /** Key points of the current card; in `lookup` the number of hits. */
  readonly choices: number;
  /** Rows of the body in sight. */
  readonly page: number;
  /** The learner's note on the card, for the note key to begin with. */
  readonly note: string;
}

/** A key by its meaning (`keyOf`) and the text it types, which may be full-width or more than one character. */
export interface KeyPress {
  readonly key: string;
  readonly text: string;
}

/** What a key makes of the controls, and what the learner wants by it. */
export function press(controls: Controls, { key, text }: KeyPress, situation: Situation): Pressed {
  const quiet = { ...controls, notice: '' };
  switch (controls.mode) {
    case 'help':
      return helping(quiet, key, situation);
    case 'reading':
      return reading(quiet, key, situation);
    case 'typing':
      return typing(quiet, key, text);
    case 'note':
      return noting(quiet, key, text);
    case 'lookup':
      return lookingUp(quiet, key, text, situation);
    case 'question':
      return key === 'q' || key === 'Q' || key === 'escape' || key === 'ctrl-d'
        ? { controls: quiet, intent: { type: 'quit' } }
        : asking(quiet, key, situation);
  }
}

function asking(controls: Controls, key: string, situation: Situation): Pressed {
  const intent = SIMPLE[key];
  if (intent) return { controls, intent };
  if (key === '?') return { controls: { ...controls, mode: 'help', scroll: 0 } };
  if (key === '/') return { controls: { ...controls, mode: 'lookup', field: field(), cursor: 0, scroll: 0 } };
  if (key === 'n') return { controls: { ...controls, mode: 'note', field: field(situation.note) } };
  const moved = scrolled(controls, key, situation);
  if (moved) return { controls: moved };
  return situation.phase === 'question' ? beforeAnswer(controls, key) : afterAnswer(controls, key, situation);
}

const SIMPLE: Readonly<Record<string, Intent>> = {
  tab: { type: 'skip' },
  s: { type: 'suspend' },
  u: { type: 'undo' },
  b: { type: 'bookmark' },
  o: { type: 'docs' },
  e: { type: 'edit' },
};

function beforeAnswer(controls: Controls, key: string): Pressed {
  if (key === 'space' || key === 'return')
    return { controls, intent: { type: 'reveal', typed: fieldText(controls.answer) } };
  if (key === 't' || key === 'i') return { controls: { ...controls, mode: 'typing' } };
  return { controls: step(controls, key, 0) };
}

function afterAnswer(controls: Controls, key: string, { choices }: Situation): Pressed {
  if (key === 'space' || key === 'x') return { controls, intent: { type: 'tick', point: controls.cursor } };
  if (key === 'return') return { controls, intent: { type: 'rate', rating: 'proposed' } };
  const rating = /^[1-4]$/.test(key) ? RATINGS[Number(key) - 1] : undefined;
  if (rating) return { controls, intent: { type: 'rate', rating } };
  return { controls: step(controls, key, choices) };
}

/** An arrow moves the cursor; past the last choice it scrolls on through the rest of the answer. */
function step(controls: Controls, key: string, choices: number): Controls {
  const by = key === 'down' || key === 'j' ? 1 : key === 'up' || key === 'k' ? -1 : 0;
  const cursor = controls.cursor + by;
  if (by === 0) return controls;
  if (cursor >= 0 && cursor < choices) return { ...controls, cursor, scroll: FOLLOW };
  return { ...controls, scroll: Math.max(0, controls.scroll + by) };
}

function scrolled(controls: Controls, key: string, { page }: Situation): Controls | undefined {
  const by = { pagedown: page, pageup: -page, home: -LARGE, end: LARGE, 'ctrl-f': page, 'ctrl-b': -page }[
    key
  ];
  return by === undefined ? undefined : { ...controls, scroll: Math.max(0, controls.scroll + by) };
}

/** More rows than any answer has. */
const LARGE = 1_000_000;

/** Typing an answer: Enter is a new line, Tab or Ctrl-D shows the answer, Escape goes back to thinking. */
function typing(controls: Controls, key: string, text: string): Pressed {
  if (key === 'tab' || key === 'ctrl-d') {
    const typed = fieldText(controls.answer);
    return { controls: { ...controls, mode: 'question' }, intent: { type: 'reveal', typed } };
  }
  if (key === 'escape') return { controls: { ...controls, mode: 'question' } };
  const { before, after } = controls.answer;
  const next = key === 'return' ? { before: [...before, '\n'], after } : edit(controls.answer, key, text);
  return { controls: next ? { ...controls, answer: next, scroll: FOLLOW } : controls };
}

/** Writing a note: Enter or Ctrl-D keeps it, Escape leaves it as it was. */
function noting(controls: Controls, key: string, text: string): Pressed {
  const back: Controls = { ...controls, mode: 'question' };
  if (key === 'escape') return { controls: back };
  if (key === 'return' || key === 'ctrl-d')
    return { controls: back, intent: { type: 'note', text: fieldText(controls.field) } };
  const next = edit(controls.field, key, text);
  return { controls: next ? { ...controls, field: next } : controls };
}

/** The list of keys may be longer than the screen; every key that does not move in it leaves it. */
function helping(controls: Controls, key: string, situation: Situation): Pressed {
  if (key === 'ctrl-d') return { controls, intent: { type: 'quit' } };
  const moves = ['up', 'down', 'j', 'k'].includes(key);
  const moved = moves ? step(controls, key, 0) : scrolled(controls, key, situation);
  return { controls: moved ?? { ...controls, mode: 'question', scroll: 0 } };
}

/** Looking something up without losing the question: type, move over the hits, Enter reads one. */
function lookingUp(controls: Controls, key: string, text: string, { choices }: Situation): Pressed {
  if (key === 'ctrl-d') return { controls, intent: { type: 'quit' } };
  if (key === 'escape') return { controls: { ...controls, mode: 'question', cursor: 0, scroll: 0 } };
  if (key === 'return' && choices > 0) return { controls: { ...controls, mode: 'reading', scroll: 0 } };
  if (key === 'down' || key === 'up') {
    const cursor = controls.cursor + (key === 'down' ? 1 : -1);
    return { controls: { ...controls, cursor: Math.min(Math.max(0, cursor), Math.max(0, choices - 1)) } };
  }
  const next = edit(controls.field, key, text);
  return { controls: next ? { ...controls, field: next, cursor: 0 } : controls };
}

function reading(controls: Controls, key: string, situation: Situation): Pressed {
  if (key === 'ctrl-d') return { controls, intent: { type: 'quit' } };
  if (key === 'escape' || key === 'q' || key === 'return')
    return { controls: { ...controls, mode: 'lookup', scroll: 0 } };
  return { controls: scrolled(controls, key, situation) ?? step(controls, key, 0) };
}

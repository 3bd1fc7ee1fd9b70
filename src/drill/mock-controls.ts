import { FOLLOW } from './controls.ts';
import { edit, type Field, field, fieldText } from './field.ts';
import { moveLine } from './field-lines.ts';
import type { Mock, MockCommand } from './mock.ts';

/** Where the learner is within the screen of a mock interview. */
export interface MockControls {
  /** Asks whether to leave; the next key answers. */
  readonly leaving: boolean;
  /** The answer being typed. */
  readonly answer: Field;
  /** First row of the body in sight; `FOLLOW` brings the cursor into sight. */
  readonly scroll: number;
  /** The key point that the tick key acts on. */
  readonly cursor: number;
  /** One sentence in place of the footer until the next key. */
  readonly notice: string;
}

export const MOCK_START: MockControls = { leaving: false, answer: field(), scroll: 0, cursor: 0, notice: '' };

/** What the keys depend on besides the controls. */
export interface MockSituation {
  readonly phase: Mock['phase'];
  /** Key points of the question whose answer is looked at. */
  readonly points: number;
  /** Rows of the body in sight. */
  readonly page: number;
}

export interface MockPressed {
  readonly controls: MockControls;
  readonly command?: MockCommand;
}

/** A key by its meaning, and the text that it types. */
export interface MockKey {
  readonly key: string;
  readonly text: string;
}

/** What a key makes of the controls, and the command that it gives. */
export function pressMock(
  before: MockControls,
  { key, text }: MockKey,
  situation: MockSituation,
): MockPressed {
  const controls = { ...before, notice: '' };
  if (controls.leaving) return confirmLeaving(controls, key);
  switch (situation.phase) {
    case 'intro':
      return beforeBegin(controls, key);
    case 'asking':
      return answering(controls, key, text);
    case 'reviewing':
      return reviewing(controls, key, situation);
    case 'done':
      return { controls };
  }
}

function beforeBegin(controls: MockControls, key: string): MockPressed {
  if (key === 'return' || key === 'space') return { controls, command: { type: 'begin' } };
  const leaves = key === 'q' || key === 'Q' || key === 'escape';
  return leaves ? { controls, command: { type: 'stop', typed: '' } } : { controls };
}

/** Every character goes into the answer; only keys that type nothing mean something else. */
function answering(controls: MockControls, key: string, text: string): MockPressed {
  const typed = fieldText(controls.answer);
  switch (key) {
    case 'tab':
      return { controls, command: { type: 'done', typed } };
    case 'ctrl-n':
      return { controls, command: { type: 'pass', typed } };
    case 'escape':
      return { controls: { ...controls, leaving: true } };
    case 'return':
      return { controls: withAnswer(controls, newLine(controls.answer)) };
    case 'up':
    case 'down':
      return { controls: withAnswer(controls, moveLine(controls.answer, key === 'up' ? -1 : 1)) };
    default:
      return { controls: withAnswer(controls, edit(controls.answer, key, text)) };
  }
}

function newLine({ before, after }: Field): Field {
  return { before: [...before, '\n'], after };
}

function withAnswer(controls: MockControls, answer: Field | undefined): MockControls {
  return answer ? { ...controls, answer } : controls;
}

function confirmLeaving(controls: MockControls, key: string): MockPressed {
  const back = { ...controls, leaving: false };
  const leaves = key === 'y' || key === 'Y' || key === 'return';
  return leaves
    ? { controls: back, command: { type: 'stop', typed: fieldText(back.answer) } }
    : { controls: back };
}

function reviewing(controls: MockControls, key: string, situation: MockSituation): MockPressed {
  const command = REVIEW_KEYS[key];
  if (command) return { controls, command };
  if (key === 'space' || key === 'x') return { controls, command: { type: 'mark', point: controls.cursor } };
  return { controls: moved(controls, key, situation) };
}

const REVIEW_KEYS: Readonly<Record<string, MockCommand>> = {
  return: { type: 'accept' },
  tab: { type: 'accept' },
  p: { type: 'back' },
  left: { type: 'back' },
  q: { type: 'stop', typed: '' },
  Q: { type: 'stop', typed: '' },
  escape: { type: 'stop', typed: '' },
};

/** An arrow moves over the key points; past the last one it scrolls on through the rest of the answer. */
function moved(controls: MockControls, key: string, { points, page }: MockSituation): MockControls {
  const pages: Readonly<Record<string, number>> = {
    pagedown: page,
    pageup: -page,
    'ctrl-f': page,
    'ctrl-b': -page,
  };
  const rows = pages[key];
  if (rows !== undefined) return { ...controls, scroll: Math.max(0, controls.scroll + rows) };
  const by = key === 'down' || key === 'j' ? 1 : key === 'up' || key === 'k' ? -1 : 0;
  if (by === 0) return controls;
  const cursor = controls.cursor + by;
  if (cursor >= 0 && cursor < points) return { ...controls, cursor, scroll: FOLLOW };
  return { ...controls, scroll: Math.max(0, controls.scroll + by) };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FOLLOW } from '../../src/drill/controls.ts';
import { field, fieldText } from '../../src/drill/field.ts';
import { moveLine } from '../../src/drill/field-lines.ts';
import type { Mock } from '../../src/drill/mock.ts';
import { MOCK_START, type MockControls, pressMock } from '../../src/drill/mock-controls.ts';

/** A key of one character types it; a longer name types nothing. */
function press(phase: Mock['phase'], key: string, controls: MockControls = MOCK_START, text?: string) {
  const types = text ?? ([...key].length === 1 ? key : key === 'space' ? ' ' : '');
  return pressMock(controls, { key, text: types }, { phase, points: 3, page: 20 });
}

const typing = (text: string): MockControls => ({ ...MOCK_START, answer: field(text) });

test.each([
  ['intro', 'return', { type: 'begin' }],
  ['intro', 'space', { type: 'begin' }],
  ['intro', 'q', { type: 'stop', typed: '' }],
  ['intro', 'x', undefined],
  ['asking', 'tab', { type: 'done', typed: '答' }],
  ['asking', 'ctrl-n', { type: 'pass', typed: '答' }],
  ['asking', 'q', undefined],
  ['asking', 'return', undefined],
  ['reviewing', 'return', { type: 'accept' }],
  ['reviewing', 'tab', { type: 'accept' }],
  ['reviewing', 'space', { type: 'mark', point: 0 }],
  ['reviewing', 'x', { type: 'mark', point: 0 }],
  ['reviewing', 'p', { type: 'back' }],
  ['reviewing', 'left', { type: 'back' }],
  ['reviewing', 'q', { type: 'stop', typed: '' }],
  ['reviewing', 'escape', { type: 'stop', typed: '' }],
  ['done', 'return', undefined],
] as const)('while %s, %s gives %j', (phase, key, command) => {
  expect(press(phase, key, typing('答')).command).toEqual(command);
});

describe('while asking', () => {
  test('every character is part of the answer, also those that are keys elsewhere', () => {
    const keys = [...'q?/ 1x', 'return', ...'你好１'];
    const last = keys.reduce(
      (controls, key) =>
        press('asking', key === ' ' ? 'space' : key.normalize('NFKC'), controls, key === 'return' ? '' : key)
          .controls,
      MOCK_START,
    );
    expect(fieldText(last.answer)).toBe('q?/ 1x\n你好１');
  });

  test('Escape asks before it ends; Enter or y ends with what was typed, anything else goes on', () => {
    const asked = press('asking', 'escape', typing('半句')).controls;
    expect(asked.leaving).toBe(true);
    expect(press('asking', 'return', asked).command).toEqual({ type: 'stop', typed: '半句' });
    expect(press('asking', 'y', asked).command).toEqual({ type: 'stop', typed: '半句' });
    const back = press('asking', 'n', asked);
    expect([back.command, back.controls.leaving, fieldText(back.controls.answer)]).toEqual([
      undefined,
      false,
      '半句',
    ]);
  });
});

test('arrows move over the points, then scroll on; pages scroll', () => {
  const after = (...keys: string[]): MockControls =>
    keys.reduce((controls, key) => press('reviewing', key, controls).controls, MOCK_START);
  expect(after('down')).toMatchObject({ cursor: 1, scroll: FOLLOW });
  expect(after('j', 'j', 'k')).toMatchObject({ cursor: 1, scroll: FOLLOW });
  expect(after('up')).toMatchObject({ cursor: 0, scroll: 0 });
  expect(press('reviewing', 'down', { ...MOCK_START, cursor: 2, scroll: 4 }).controls).toMatchObject({
    cursor: 2,
    scroll: 5,
  });
  expect(after('pagedown', 'pagedown', 'pageup')).toMatchObject({ cursor: 0, scroll: 20 });
  expect(press('reviewing', 'return', { ...MOCK_START, notice: '磁盘已满' }).controls.notice).toBe('');
});

test('no key ends a question but Tab and Ctrl-N, and none begins or ends an interview unasked', () => {
  const keys = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom('return', 'up', 'delete', 'left', 'ctrl-w', 'f1', 'escape', 'pagedown'),
  );
  fc.assert(
    fc.property(fc.array(keys), (pressed) => {
      let controls = MOCK_START;
      for (const key of pressed) {
        const leaving = controls.leaving;
        const next = press('asking', key, controls);
        controls = next.controls;
        if (!leaving) expect(next.command).toBeUndefined();
      }
    }),
  );
});

describe('up and down in an answer of several lines', () => {
  const at = (text: string): { before: string[]; after: string[] } => {
    const [before = '', after = ''] = text.split('|');
    return { before: [...before], after: [...after] };
  };
  test.each([
    ['甲乙丙\n丁|', -1, '甲|乙丙\n丁'],
    ['甲|乙丙\n丁', 1, '甲乙丙\n丁|'],
    ['甲乙丙|\n丁\n戊', 1, '甲乙丙\n丁|\n戊'],
    ['|一\n\n二', 1, '一\n|\n二'],
    ['一\n\n|二', -1, '一\n|\n二'],
    ['一|行', -1, '一|行'],
    ['一|行', 1, '一|行'],
  ] as const)('%j by %d: %j', (from, by, to) => {
    expect(moveLine(at(from), by)).toEqual(at(to));
  });

  test('move the cursor only', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '你', '\n') }),
        fc.nat(20),
        fc.constantFrom(-1 as const, 1 as const),
        (text, place, by) => {
          const all = [...text];
          const moved = moveLine({ before: all.slice(0, place), after: all.slice(place) }, by);
          expect(fieldText(moved)).toBe(text);
        },
      ),
    );
  });
});

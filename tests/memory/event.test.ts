import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, settle } from '../../src/memory/event.ts';
import { histories, review } from './events.ts';

const stamp = '"id":"01J","at":5,"offset":480';
const kindOf = (line: string) => {
  const decoded = decode(line);
  return decoded.kind === 'bad' ? decoded.reason : decoded.kind;
};

describe('a line of the log', () => {
  test('begins with its version and type', () => {
    expect(encode(review(1, 'hpa', 'good', 5))).toBe(
      '{"v":1,"type":"review","id":"E000001","at":5,"offset":0,"deck":"k8s","card":"hpa","rating":"good","ms":30000}',
    );
  });

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(histories, (events) => {
        for (const event of events)
          expect(decode(encode(event))).toEqual({ kind: 'event', event: { v: 1, ...event } });
      }),
    );
  });

  test.each([
    ['nothing', '', 'torn'],
    ['half a record', encode(review(1, 'hpa', 'good')).slice(0, 40), 'torn'],
    ['two records without a break', encode(review(1, 'hpa', 'good')).repeat(2), 'torn'],
    ['no record', '[1,2]', 'shape'],
    ['null', 'null', 'shape'],
    ['no version', `{"type":"undo",${stamp},"of":"x"}`, 'shape'],
    ['no id', '{"v":1,"type":"undo","at":5,"offset":0,"of":"x"}', 'shape'],
    ['an empty id', '{"v":1,"type":"undo","id":"","at":5,"offset":0,"of":"x"}', 'shape'],
    [
      'a rating nobody knows',
      `{"v":1,"type":"review",${stamp},"deck":"a","card":"b","rating":"fine","ms":1}`,
      'shape',
    ],
    [
      'a negative time',
      `{"v":1,"type":"review",${stamp},"deck":"a","card":"b","rating":"good","ms":-1}`,
      'shape',
    ],
    ['no card', `{"v":1,"type":"suspend",${stamp},"deck":"a"}`, 'shape'],
    ['a card on two lines', `{"v":1,"type":"suspend",${stamp},"deck":"a","card":"b\\nc"}`, 'shape'],
    ['an offset of two days', '{"v":1,"type":"undo","id":"1","at":5,"offset":2880,"of":"x"}', 'shape'],
    ['a time as text', '{"v":1,"type":"undo","id":"1","at":"5","offset":0,"of":"x"}', 'shape'],
    ['a day that does not exist', `{"v":1,"type":"plan",${stamp},"date":"2026-02-30","minutes":15}`, 'shape'],
    ['19 parameters', `{"v":1,"type":"parameters",${stamp},"values":[${'1,'.repeat(18)}1]}`, 'shape'],
    ['21 parameters', `{"v":1,"type":"parameters",${stamp},"values":[${'1,'.repeat(20)}1]}`, 'event'],
    ['an unknown type', `{"v":1,"type":"dream",${stamp}}`, 'unknown'],
    ['a type named like a property', `{"v":1,"type":"constructor",${stamp}}`, 'unknown'],
    ['a newer version', '{"v":2,"type":"review","id":"1","when":"later"}', 'unknown'],
    ['a field nobody knows', `{"v":1,"type":"undo",${stamp},"of":"x","why":"slip"}`, 'event'],
  ])('%s', (_, line, kind) => expect(kindOf(line)).toBe(kind));

  test('of two events with one id the same one counts whatever the order', () => {
    const [a, b] = [review(1, 'hpa', 'good'), review(1, 'hpa', 'again')];
    expect(settle(a, b)).toBe(settle(b, a));
  });
});

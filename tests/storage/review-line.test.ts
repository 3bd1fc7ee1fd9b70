import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, type Review } from '../../src/memory/event.ts';
import { RATINGS } from '../../src/memory/rating.ts';
import { reviewReader } from '../../src/storage/review-line.ts';
import { review } from '../memory/events.ts';

const read = reviewReader();

/** What the quick reader says of a line, with other bytes before and behind it. */
function quickly(line: string | Buffer): Review | undefined {
  const bytes = Buffer.concat([Buffer.from('0"}'), Buffer.from(line), Buffer.from('"0}')]);
  return read(bytes, 3, bytes.length - 3);
}

function slowly(line: string): unknown {
  const decoded = decode(line);
  return decoded.kind === 'event' ? decoded.event : decoded;
}

const line = encode(review(1, 'hpa', 'good'));
const whole: Review = { ...review(1, '弹性伸缩', 'easy'), mode: 'drill', coverage: 0.8333333333333334 };

describe('reads at once what this program writes', () => {
  test.each<[string, Review]>([
    ['a review', review(1, 'hpa', 'good')],
    ['with a mode and a coverage', whole],
    ['with a mode alone', { ...review(1, 'hpa', 'again'), mode: 'mock' }],
    ['with a coverage alone', { ...review(1, 'hpa', 'hard'), coverage: 1 }],
    ['nothing covered', { ...review(1, 'hpa', 'hard'), coverage: 0 }],
    ['west of Greenwich', review(1, 'hpa', 'good', 0, -480)],
  ])('%s', (_, event) => expect(quickly(encode(event))).toStrictEqual(slowly(encode(event))));
});

describe('leaves to the other reader', () => {
  test.each<[string, string]>([
    ['another type', line.replace('"review"', '"resume"')],
    ['another version', line.replace('"v":1', '"v":2')],
    ['another order', line.replace(/("deck":"k8s"),("card":"hpa")/, '$2,$1')],
    ['another field', line.replace('"ms"', '"x":1,"ms"')],
    ['a field behind', line.replace(/}$/, ',"x":1}')],
    ['a space', line.replace('"ms":', '"ms": ')],
    ['an escape', line.replace('hpa', 'h\\u0070a')],
    ['a rating that is none', line.replace('good', 'fine')],
    ['an empty card', line.replace('hpa', '')],
    ['a control character', line.replace('hpa', 'h\tpa')],
    ['a negative time', line.replace(/"at":/, '"at":-')],
    ['a time after 9999', line.replace(/"at":\d+/, '"at":253402300800000')],
    ['an offset of more than a day', line.replace(/"offset":0/, '"offset":1441')],
    ['a padded number', line.replace(/"ms":/, '"ms":0')],
    ['minus zero', line.replace(/"offset":0/, '"offset":-0')],
    ['a fraction', line.replace(/"ms":\d+/, '"ms":1.5')],
    ['a number of too many digits', line.replace(/"ms":\d+/, '"ms":1234567890123456')],
    ['no number', line.replace(/"ms":\d+/, '"ms":')],
    ['a coverage above 1', encode({ ...review(1, 'hpa', 'good'), coverage: 0.5 }).replace('0.5', '1.5')],
    [
      'a coverage without digits',
      encode({ ...review(1, 'hpa', 'good'), coverage: 0.5 }).replace('0.5', '0.'),
    ],
    ['a second record behind it', line + line],
    ...[...line].map((_, cut): [string, string] => [`a line torn at ${cut}`, line.slice(0, cut)]),
  ])('%s', (_, text) => expect(quickly(text)).toBeUndefined());
});

test('never says anything else than the other reader, whatever the texts and the damage', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('hpa', '弹性', 'a"b', 'a\\b', ''));
  const numbers = fc.oneof(fc.integer(), fc.double(), fc.nat());
  const reviews = fc.record({
    type: fc.constant('review' as const),
    id: texts,
    at: numbers,
    offset: numbers,
    deck: texts,
    card: texts,
    rating: fc.oneof(fc.constantFrom(...RATINGS), texts),
    ms: numbers,
    mode: fc.option(texts, { nil: undefined }),
    coverage: fc.option(numbers, { nil: undefined }),
  });
  const damages = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0x20, max: 0x7e })), { maxLength: 2 });
  fc.assert(
    fc.property(fc.oneof(reviews, fc.constant(whole)), damages, (event, changes) => {
      const bytes = Buffer.from(encode(event as Review));
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      const found = quickly(bytes);
      if (found) expect(found).toStrictEqual(slowly(bytes.toString('utf8')));
    }),
    { numRuns: 5000 },
  );
});

import type { Vocabulary } from './vocabulary.ts';

/** Ends of English words that are no words themselves. */
const WORD_TAIL =
  /^(?:[b-df-hj-np-tv-xz]{1,3}|[a-z]?(?:ions?|ing|ings|ers|ed|ments?|ness|ities|ity|ous|ously|ively|ably|ally|ized?|ization|ence|ance|encies|ical|ibility|ability)|al|er|es|ly|ic|ble|ve|ate|ates|ated)$/;
/** Words so common that a piece which is one of them is a word. */
const COMMON = new Set(
  (
    'a an the of to in on for with and or by as is are was be it its that this these those which from at not no so do does ' +
    'did has have had can will may must should if when while then than but up out off over into onto per via we you he she ' +
    'they them their our your my i all any each every some one two use uses used run runs set get go goes make makes more most ' +
    'only also both same other such very too how what who why where here there like between through before after until'
  ).split(' '),
);
const CAMEL = /[a-z][A-Z]/;
const HAN = /\p{Script=Han}/u;

/**
 * The word that the end of one text and the beginning of another make, or null when they are two
 * words. The handbook's own words decide; where it knows neither piece, how its words begin and end.
 */
export function joinedWord(before: string, after: string, vocabulary: Vocabulary): string | null {
  const head = /[A-Za-z]+$/.exec(before.slice(-60))?.[0];
  const tail = /^[A-Za-z]+/.exec(after.slice(0, 60))?.[0];
  if (!head || !tail || !/^[a-z]/.test(tail)) return null;
  const whole = head + tail;
  const known = vocabulary.words(whole);
  if (known > 0 && whole.length >= 4) {
    const separate = Math.min(vocabulary.words(head), vocabulary.words(tail));
    return known >= separate - 1 ? whole : null;
  }
  return arePieces(head, tail, HAN.test(before) || HAN.test(after), vocabulary) ? whole : null;
}

function arePieces(head: string, tail: string, amongHan: boolean, vocabulary: Vocabulary): boolean {
  const headIsWord = isWord(head, vocabulary);
  const tailIsWord = isWord(tail, vocabulary);
  if (headIsWord && tailIsWord) return false;
  if (!headIsWord && CAMEL.test(head)) return true;
  // In Chinese text two small Latin words seldom stand side by side.
  if (amongHan && !headIsWord) return true;
  const odd = vocabulary.ends(head) === 0 || vocabulary.starts(tail) === 0;
  if (headIsWord)
    return !COMMON.has(head.toLowerCase()) && (WORD_TAIL.test(tail) || vocabulary.starts(tail) === 0);
  if (tailIsWord) return head.length <= 2 || vocabulary.ends(head) === 0;
  return WORD_TAIL.test(tail) || odd || head.length <= 2;
}

/** Each piece stands in the text once as it is: a word of the handbook stands there again. */
function isWord(piece: string, vocabulary: Vocabulary): boolean {
  return COMMON.has(piece.toLowerCase()) || vocabulary.words(piece) >= 2;
}

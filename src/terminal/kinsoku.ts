/**
 * Line-breaking rules for Chinese (and the Latin set in it) after GB/T 15834-2011 and the W3C's requirements for
 * Chinese text layout (CLREQ): what may not begin or end a line.
 */
const NO_START = new Set(
  '，。、：；？！）》」』】〕〗〙〛〉”’…—～·‧・％‰℃℉°′″％,.:;?!)]}»›‐–〜ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡｣､･｝］﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞',
);
const NO_END = new Set('（《「『【〔〖〘〚〈“‘([{«‹￥＄£￡$#＃№｢｛［﹙﹛﹝');

/** May not stand at the beginning of a line. */
export function neverBegins(character: string): boolean {
  return NO_START.has(character);
}

/** May not stand at the end of a line. */
export function neverEnds(character: string): boolean {
  return NO_END.has(character);
}

/** Marks after which a pause is heard: the best places to break. */
export function pauses(character: string): boolean {
  return '，。；：！？、,;:'.includes(character);
}

/** Han ideographs, for which word boundaries matter. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** Hangul syllables, which break at spaces like Latin. */
export function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

/** Full-width marks light enough to hang over the edge of the text (CLREQ 3.1.6.3). */
export function hangs(character: string): boolean {
  return '，。、；：'.includes(character);
}

import { type Finding, finding, type Problem, problemsOf } from './problem.ts';

export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** That many bytes are looked at to tell UTF-16 without a mark by its zero bytes. */
const SAMPLE = 4096;

/**
 * The text of a file: UTF-8, UTF-16 (with its mark, or told by its zero bytes) or GB18030, of which
 * GBK is a part. Line ends become LF. Never throws; bytes that no encoding explains become U+FFFD.
 */
export function decode(bytes: Uint8Array, file = ''): Decoded {
  const { text, findings } = decodeBytes(bytes);
  // Line ends are left to the parser, which reports and repairs them with their lines.
  return { text, problems: problemsOf(file, findings) };
}

function decodeBytes(bytes: Uint8Array): { text: string; findings: Finding[] } {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    const { text, findings } = decodeBytes(bytes.subarray(3));
    return { text, findings: [finding('encoding-bom', 1, {}, true), ...findings] };
  }
  const wide = utf16Of(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    const note = finding('encoding-utf16', 1, { encoding: wide.toUpperCase() }, true);
    return { text, findings: [note, ...brokenLines(text)] };
  }
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, findings: [] };
  const chinese = strictly('gb18030', bytes);
  if (chinese !== null && readsAsText(chinese))
    return { text: chinese, findings: [finding('encoding-gbk', 1, {}, true)] };
  const text = new TextDecoder('utf-8').decode(bytes);
  return { text, findings: brokenLines(text) };
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  if (sample.length < 8 || bytes.length % 2 === 1) return null;
  // Line feeds, spaces and Latin letters have one zero byte each; UTF-8 and GBK texts have none.
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd * 20 > sample.length && even * 4 < odd) return 'utf-16le';
  return even * 20 > sample.length && odd * 4 < even ? 'utf-16be' : null;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Damaged UTF-8 often decodes as GB18030 too, into rare and private characters: a text has common ones. */
function readsAsText(text: string): boolean {
  let common = 0;
  let rare = 0;
  for (const char of text.slice(0, 20_000)) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    if (/[\u3000-\u303f\uff00-\uffef\u2010-\u2027]/.test(char) || COMMON.test(char)) common++;
    else if (code >= 0xe000 || code < 0x4e00 || code > 0x9fff || !isGb2312(char)) rare++;
  }
  return common > rare;
}

/** The characters that make up about a quarter of any Chinese text. */
const COMMON =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理]/;

/** Whether a character stands in the everyday plane of GBK; only roughly, by its block. */
function isGb2312(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return code >= 0x4e00 && code <= 0x9fa5;
}

/** Lines with characters that could not be decoded, the first three of them. */
function brokenLines(text: string): Finding[] {
  if (!text.includes('\ufffd')) return [];
  const findings: Finding[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.includes('\ufffd') && findings.length < 3) findings.push(finding('encoding-broken', index + 1));
  });
  return findings;
}

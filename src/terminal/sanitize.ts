/** What may be dangerous; with a surrogate, only a closer look tells. */
const SUSPECT =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]/;

/**
 * Characters that could act on a terminal or lie about the order of text: C0 and C1 controls except tab and line
 * feed, DEL, line and paragraph separators, bidirectional marks, embeddings, overrides and isolates
 * (CVE-2021-42574), the invisible tag characters, interlinear annotation marks, and lone surrogates. Made when first
 * needed: its property class costs a part of the start.
 */
function dangerous(): RegExp {
  return /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;
}

function symbol(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/**
 * Text of others, fit to be sent to a terminal: what would act on it is shown as a visible symbol instead
 * (`ESC` → `␛`, U+202E → `<U+202E>`). CRLF becomes a line feed; tab and line feed stay; anything else is unchanged.
 */
export function visible(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replaceAll('\r\n', '\n').replace(dangerous(), symbol);
}

/** As `visible`, for a text that must stay on one line: line feeds and tabs become spaces. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]+/g, ' ');
}

/** What this program itself sends: colours and attributes, and hyperlinks to http, https and mailto. */
const OURS = /\x1b\[[0-9;]*m|\x1b\]8;;(?:(?:https?:\/\/|mailto:)[!-~]*)?\x1b\\/g;

/** Anything else that could act on a terminal. Found in one pass over all that is printed. */
const FOREIGN =
  /[\0-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]|\x1b(?!\[[0-9;]*m|\]8;;(?:(?:https?:\/\/|mailto:)[!-~]*)?\x1b\\|\\)/;

/**
 * The last look before text leaves the program: only our own sequences pass, any other control character is shown
 * as a symbol.
 */
export function guard(painted: string): string {
  if (!FOREIGN.test(painted)) return painted;
  let safe = '';
  let last = 0;
  for (const match of painted.matchAll(OURS)) {
    safe += visible(painted.slice(last, match.index)) + match[0];
    last = match.index + match[0].length;
  }
  return safe + visible(painted.slice(last));
}

/** Painted text without its colours and links. */
export function stripStyles(painted: string): string {
  return painted.includes('\x1b') ? painted.replace(OURS, '') : painted;
}

/** JSON as it is printed. What `JSON.stringify` leaves as it is though a terminal could act on it is escaped as well. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

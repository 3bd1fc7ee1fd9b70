/** What the front matter of a saved scorecard says: all that the list of past interviews needs. */
export interface ScorecardHeader {
  /** Local time with its offset from UTC: `2026-11-23T16:30:05+08:00`. */
  readonly at: string;
  readonly deck: string;
  /** 0 to 100, or undefined when nothing could be scored. */
  readonly score: number | undefined;
  readonly questions: number;
  readonly planned: number;
  /** Minutes spent on questions, to a tenth. */
  readonly minutes: number;
}

/** The front matter of a saved scorecard, with its fences. */
export function encodeHeader(header: ScorecardHeader): string {
  const lines = [
    ['k8sq', 'mock'],
    ['at', JSON.stringify(header.at)],
    ['deck', JSON.stringify(header.deck)],
    ['score', header.score ?? 'null'],
    ['questions', header.questions],
    ['planned', header.planned],
    ['minutes', Math.round(header.minutes * 10) / 10],
  ];
  return ['---', ...lines.map(([name, value]) => `${name}: ${value}`), '---', ''].join('\n');
}

/** Reads the front matter of a saved scorecard; undefined when the text is not one, or was damaged. */
export function decodeHeader(text: string): ScorecardHeader | undefined {
  const front = /^---\r?\n(.*?)\r?\n---(?:\r?\n|$)/s.exec(text)?.[1];
  if (front === undefined) return undefined;
  const fields = new Map(front.split(/\r?\n/).flatMap(pairOf));
  if (fields.get('k8sq') !== 'mock') return undefined;
  const at = quoted(fields.get('at'));
  const deck = quoted(fields.get('deck'));
  const [questions, planned, minutes] = ['questions', 'planned', 'minutes'].map((name) =>
    amount(fields.get(name)),
  );
  const score = fields.get('score') === 'null' ? undefined : amount(fields.get('score'));
  const isScore = fields.get('score') === 'null' || (score !== undefined && score <= 100);
  if (at === undefined || !LOCAL_TIME.test(at) || deck === undefined || !isScore) return undefined;
  if (questions === undefined || planned === undefined || minutes === undefined) return undefined;
  return { at, deck, score, questions, planned, minutes };
}

/** Local time with its offset, to the second; `offset` in minutes. */
export function localTime(at: number, offset: number): string {
  const clock = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  const part = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  return `${clock}${offset < 0 ? '-' : '+'}${part(minutes / 60)}:${part(minutes % 60)}`;
}

function pairOf(line: string): [string, string][] {
  // U+2028 in a deck's name is no end of a line here, whatever a dot thinks of it.
  const [, name, value] = /^(\w+):\s*(.*)$/s.exec(line) ?? [];
  return name !== undefined && value !== undefined ? [[name, value]] : [];
}

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;

function quoted(value: string | undefined): string | undefined {
  try {
    const text: unknown = JSON.parse(value ?? '');
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

function amount(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

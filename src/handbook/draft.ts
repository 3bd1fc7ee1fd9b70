import { opensCardComment } from './card-comment.ts';
import type { Profile } from './profile.ts';
import type { Heading, Scan } from './scan.ts';

/** A question with its answer as lines, before the card is made of it. */
export interface Draft {
  readonly heading: Heading;
  readonly title: string;
  /** The `##` heading above, or ''. */
  readonly section: string;
  /** Indexes of the lines of the answer, without those of the card comment. */
  readonly lines: readonly number[];
  /** Indexes of the lines of each card comment; the first one counts. */
  readonly comments: readonly (readonly number[])[];
}

/** Text that belongs to no question: what introduces the file or a section. */
export interface Passage {
  /** 1-based line of its first line. */
  readonly line: number;
  /** The heading above it, or ''. */
  readonly section: string;
  readonly markdown: string;
}

export interface Outline {
  readonly drafts: readonly Draft[];
  /** Index ranges of lines that belong to no question. */
  readonly loose: readonly {
    readonly start: number;
    readonly end: number;
    readonly section: string;
    readonly empty: boolean;
  }[];
}

const CONTENTS = /^(?:目录|目次|toc|contents|table of contents)$/i;

/** Parts a handbook into questions; every line below the front matter is in a draft, a loose range or a heading. */
export function outlineOf(scan: Scan, profile: Profile): Outline {
  const drafts: Draft[] = [];
  const loose: { start: number; end: number; section: string; empty: boolean }[] = [];
  const bounds = scan.headings.filter(({ level, title }) => level <= profile.level && title !== '');
  const onlyTitle = bounds.filter(({ level }) => level === 1).length === 1 && profile.level > 1;
  loose.push({
    start: scan.front?.end ?? 0,
    end: bounds[0]?.index ?? scan.kinds.length,
    section: '',
    empty: false,
  });
  let section = '';
  let cards = 0;
  bounds.forEach((heading, at) => {
    const end = bounds[at + 1]?.index ?? scan.kinds.length;
    const { title } = heading;
    if (heading.level < profile.level || CONTENTS.test(title)) {
      if (heading.level < profile.level) section = heading.level === 1 && onlyTitle ? '' : title;
      const next = bounds[at + 1];
      loose.push({
        start: heading.end,
        end,
        section: title,
        empty: section !== '' && (!next || next.level < profile.level),
      });
      return;
    }
    cards++;
    drafts.push(draftOf(scan, profile, heading, end, section, title));
  });
  return { drafts: cards > 0 ? drafts : [], loose };
}

function draftOf(
  scan: Scan,
  profile: Profile,
  heading: Heading,
  end: number,
  section: string,
  title: string,
): Draft {
  const lines: number[] = [];
  const comments: number[][] = [];
  for (let index = heading.end; index < end; index++) {
    if (index >= profile.toc.start && index < profile.toc.end) continue;
    if (scan.kinds[index] === 'comment' && opensCardComment(scan.text.lines[index] as string)) {
      const comment = commentFrom(scan, index, end);
      comments.push(comment);
      // Only the first comment is about the card; others stay where they are.
      if (comments.length > 1) for (const line of comment) lines.push(line);
      index += comment.length - 1;
    } else lines.push(index);
  }
  return { heading, title, section, lines: trimmed(scan, lines), comments };
}

/** Indexes of the lines of the comment that begins at `start`. */
function commentFrom(scan: Scan, start: number, end: number): number[] {
  const indexes: number[] = [];
  for (let index = start; index < end; index++) {
    indexes.push(index);
    if ((scan.text.lines[index] as string).includes('-->')) break;
  }
  return indexes;
}

function trimmed(scan: Scan, lines: readonly number[]): number[] {
  const isBlank = (index: number | undefined) => index === undefined || scan.kinds[index] === 'blank';
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start])) start++;
  while (end > start && isBlank(lines[end - 1])) end--;
  return lines.slice(start, end);
}

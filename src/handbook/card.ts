/** One checkable point of an answer. */
export interface KeyPoint {
  /** Markdown of the point, without the list marker, the star and the `kw` comment. */
  readonly text: string;
  /** Nobody may miss it (written with a leading ★). */
  readonly must: boolean;
  /** From `<!-- kw: a|b; c -->`: every group must be met, any word of a group meets it. May be empty. */
  readonly terms: readonly (readonly string[])[];
}

/** The named parts of an answer: the lead before the first `####`, then one per `####` heading. */
export type PartKind =
  | 'lead'
  | 'points'
  | 'comparison'
  | 'example'
  | 'followups'
  | 'pitfalls'
  | 'references'
  | 'other';

export interface Part {
  readonly kind: PartKind;
  /** Heading text as written; empty for the lead. */
  readonly title: string;
  /** Markdown below the heading. */
  readonly markdown: string;
  /** 1-based line of the heading (of the first line, for the lead) in the file. */
  readonly line: number;
}

/** A follow-up question of an interviewer with its short answer, both Markdown. */
export interface FollowUp {
  readonly question: string;
  readonly answer: string;
}

/** One question with its answer. */
export interface Card {
  /** Unique in its deck and stable across edits. */
  readonly id: string;
  /** The question as plain text. */
  readonly title: string;
  /** The question in English, or empty. */
  readonly en: string;
  readonly aliases: readonly string[];
  /** Siblings share it; empty when the card has none. */
  readonly group: string;
  /** The question of the handbook that the card answers, or empty. */
  readonly from: string;
  /** Id of the topic (the volume). */
  readonly topic: string;
  /** The `##` heading above the card, or empty. */
  readonly section: string;
  readonly file: string;
  /** 1-based line of the question in the file. */
  readonly line: number;
  /** The whole answer as Markdown, after repairs, without the card comment. */
  readonly answer: string;
  readonly parts: readonly Part[];
  readonly keyPoints: readonly KeyPoint[];
  readonly followUps: readonly FollowUp[];
  /** Hash of the answer's text without white space and marks: matches a card again when its id changed. */
  readonly fingerprint: string;
}

/** A volume of a deck: what the front matter of a file says. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly order: number;
  /** Version the facts were checked against, such as `1.36`, or empty. */
  readonly kubernetes: string;
  /** ISO date of that check, or empty. */
  readonly checked: string;
  readonly file: string;
}

export interface Judged {
  readonly kind: string;
  readonly query: string;
  /** Card id → 3 (a best card), 2 or 1 (also right); empty when no card answers. */
  readonly grades: Readonly<Record<string, number>>;
}

export interface OwnJudged extends Judged {
  readonly split: 'tune' | 'test';
}

export const OTHER_DECK: URL;
export function ownQueries(file?: string): OwnJudged[];

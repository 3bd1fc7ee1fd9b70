/**
 * What a user can do something about: its message says what is wrong, where, and what to do next.
 * `main` prints the message alone (never a stack) and returns `code`.
 */
export class Failure extends Error {
  /** 1: the answer is "no"; 2: bad use or bad input; 130: interrupted. */
  readonly code: 1 | 2 | 130;

  constructor(message: string, code: 1 | 2 | 130 = 2) {
    super(message);
    this.name = 'Failure';
    this.code = code;
  }
}

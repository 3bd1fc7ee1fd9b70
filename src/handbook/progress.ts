/** Told from time to time how much of a long work is done, 0 to 1; never less than before. */
export type Progress = (share: number) => void;

/** Where nobody watches. */
export const unwatched: Progress = () => undefined;

/** So many of many things are done between two reports. */
const EVERY = 256;

/** Reports on a work of `count` things, one after the other, that goes from one share of the whole to another. */
export function counting(
  progress: Progress,
  from: number,
  to: number,
  count: number,
): (done: number) => void {
  return (done) => {
    if (done % EVERY === 0) progress(from + ((to - from) * done) / Math.max(1, count));
  };
}

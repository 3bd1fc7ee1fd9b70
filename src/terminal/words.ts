/** For each character but the last of a stretch of Han: would a break after it fall inside a word? */
export function insideWord(han: string): readonly boolean[] {
  return Array.from(han, () => false);
}

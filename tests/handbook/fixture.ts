import { readFileSync } from 'node:fs';
import type { Handbook } from '../../src/handbook/parse.ts';

/** Text of a fixture of these tests. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/handbook/${name}`, import.meta.url), 'utf8');
}

/** What is known of the cards of the posted handbook, in their order. */
export interface Truth {
  readonly line: number;
  readonly lost: boolean;
  readonly group: string;
  readonly title: string;
}

export function truths(): Truth[] {
  const [, ...rows] = fixture('posted.tsv').trimEnd().split('\n');
  return rows.map((row) => {
    const [line = '', heading = '', , group = '', title = ''] = row.split('\t');
    return { line: Number(line), lost: heading === 'lost', group, title };
  });
}

/** `code line` of every problem, in order: what tables of tests compare. */
export function codes({ problems }: Pick<Handbook, 'problems'>): string[] {
  return problems.map(({ code, line }) => `${code} ${line}`);
}

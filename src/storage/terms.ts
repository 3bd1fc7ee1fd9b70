import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Term } from '../handbook/lint-prose.ts';

/** How the house writes each term: `data/terms.yaml` of the package at `root`. */
export function readTerms(root: string): readonly Term[] {
  const { terms } = parse(readFileSync(join(root, 'data', 'terms.yaml'), 'utf8')) as { terms: Term[] };
  return terms;
}

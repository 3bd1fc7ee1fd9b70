import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../search/knowledge.ts';

/** What the build of the package at `root` knows about the field, without the phrasings that belong to the built-in cards. */
export function readKnowledge(root: string): Knowledge {
  const knowledge = JSON.parse(readFileSync(join(root, 'dist', 'knowledge.json'), 'utf8')) as Knowledge;
  return { ...knowledge, asks: {} };
}

import type { Edit } from './line.ts';
import type { Finding } from './problem.ts';
import type { Profile } from './profile.ts';
import type { Scan } from './scan.ts';

/** What one look for damage found, and how to put it right. */
export interface Repairs {
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[];
}

/** Looks for one kind of damage. Reading the repaired lines again must find nothing more of it. */
export type Pass = (scan: Scan, profile: Profile) => Repairs;

import { run as search } from './search.ts';
import { run as show } from './show.ts';
import type { Run } from './specification.ts';

/**
 * The work of each command, imported only when it runs, but for the two that are there from the start. Keys are the
 * names in `all.ts`; `` is k8sq alone.
 */
export const LOADERS: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  '': () => import('./glance.ts'),
  drill: () => import('./drill.ts'),
  mock: () => import('./mock.ts'),
  plan: () => import('./plan.ts'),
  stats: () => import('./stats.ts'),
  random: () => import('./random.ts'),
  search: async () => ({ run: search }),
  show: async () => ({ run: show }),
  list: () => import('./list.ts'),
  'deck check': () => import('./deck-check.ts'),
  config: () => import('./config.ts'),
  'progress path': () => import('./progress-path.ts'),
  'progress export': () => import('./progress-export.ts'),
  'progress import': () => import('./progress-import.ts'),
  'progress check': () => import('./progress-check.ts'),
  'progress repair': () => import('./progress-repair.ts'),
  'progress reset': () => import('./progress-reset.ts'),
  optimize: () => import('./optimize.ts'),
};

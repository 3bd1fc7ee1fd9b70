import type { Run } from './specification.ts';

/** The work of each command, imported only when it runs. Keys are the names in `all.ts`; `` is k8sq alone. */
export const LOADERS: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  '': () => import('./glance.ts'),
  drill: () => import('./drill.ts'),
  mock: () => import('./mock.ts'),
  random: () => import('./random.ts'),
  search: () => import('./search.ts'),
  show: () => import('./show.ts'),
  list: () => import('./list.ts'),
  'deck check': () => import('./deck-check.ts'),
};

export const DAY = 86_400_000;

/** The first study day: it begins at 04:00. */
const FIRST_DATE = '2026-01-05';
export const START = Date.parse(`${FIRST_DATE}T04:00:00Z`);

/** When the learner sits down each day: 16 hours into it, at 20:00. */
export const EVENING = 16 / 24;

export function dateOf(day) {
  return new Date(Date.parse(`${FIRST_DATE}T00:00:00Z`) + day * DAY).toISOString().slice(0, 10);
}

import { DAY, START } from './clock.mjs';
import { generator } from './random.mjs';

/**
 * A policy is what a learner follows: `draw(now, day)` names the card to ask (or nothing: the day is over),
 * `rated` tells it the answer. `now` is a moment of the scheduler under test, `day` counts from 0.
 */
const RATINGS = ['again', 'hard', 'good', 'easy'];

/** New cards a day of the policies that have such a limit. */
const NEW_PER_DAY = 20;

/** Through the whole deck in random order, then again in another: the strongest way to study without a plan. */
function shuffle({ cards, seed }) {
  const { shuffled } = generator(seed ^ 0x5bd1e995);
  let left = [];
  return {
    draw() {
      if (left.length === 0) left = shuffled(cards.keys());
      return left.pop();
    },
    rated() {},
  };
}

/** Any card at any time. */
function random({ cards, seed }) {
  const { uniform } = generator(seed ^ 0x5bd1e995);
  return { draw: () => Math.floor(uniform() * cards.length), rated() {} };
}

/** SuperMemo 2 (Wozniak 1990): intervals 1, 6, then times the easiness; what was below Good comes again the same day. */
function sm2({ cards }) {
  const states = cards.map(() => ({ easiness: 2.5, repetitions: 0, interval: 0, due: undefined, day: -1 }));
  let again = [];
  let begun = 0;
  let next = 0;
  return {
    begin() {
      again = [];
      begun = 0;
    },
    draw(_, day) {
      let first;
      for (const [index, { due, day: asked }] of states.entries()) {
        if (due <= day && asked !== day && (first === undefined || due < states[first].due)) first = index;
      }
      if (first !== undefined) return first;
      if (begun < NEW_PER_DAY && next < cards.length) {
        begun++;
        return next++;
      }
      return again[0];
    },
    rated(index, _, grade, day) {
      const state = states[index];
      const quality = [1, 3, 4, 5][grade - 1];
      again = again.filter((each) => each !== index);
      if (quality < 4) again.push(index);
      if (state.day === day) return;
      state.day = day;
      state.easiness = Math.max(1.3, state.easiness + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
      state.repetitions = quality < 3 ? 0 : state.repetitions + 1;
      if (state.repetitions <= 1) state.interval = 1;
      else state.interval = state.repetitions === 2 ? 6 : Math.round(state.interval * state.easiness);
      state.due = day + state.interval;
    },
  };
}

/** Plays the code under test as the drill does: the first of the queue, asked anew after every rating. */
function session({ cards, memory }, ahead, schedule = {}) {
  const standing = new memory.Standing(undefined, schedule);
  let options = {};
  let count = 0;
  return {
    begin(now) {
      options = ahead(standing.progress, now);
    },
    draw: (now) => memory.queue(cards, standing.progress, { ...options, now, count: 1 })[0]?.card.index,
    rated(index, now, grade, _, seconds) {
      const id = String(count++).padStart(26, '0');
      const { deck, id: card } = cards[index];
      const rating = RATINGS[grade - 1];
      const event = { type: 'review', id, ...now, deck, card, rating, ms: seconds * 1000 };
      standing.add([event]);
    },
    forecast: (now, date, minutes) => memory.planReport(cards, standing.progress, { now, date, minutes }),
  };
}

/** The same scheduler without a date: due cards, new cards up to the limit, nothing ahead of its time. */
const fsrs = (world) => session(world, () => ({ newPerDay: NEW_PER_DAY }));

/** Without the short steps of the first day and after a lapse, which cost time that a short plan does not have. */
const fsrsWithoutSteps = (world) =>
  session(world, () => ({ newPerDay: NEW_PER_DAY }), { learningSteps: [], relearningSteps: [] });

/** With the date of the interview. */
const ours = (world) =>
  session(world, (progress, now) => ({ gain: world.memory.planGain(progress, now, world.date) }));

export const POLICIES = {
  random,
  shuffle,
  'SM-2': sm2,
  'FSRS 0.90 with steps': fsrs,
  'FSRS 0.90': fsrsWithoutSteps,
  ours,
};

export function momentAt(time) {
  return { at: START + time * DAY, offset: 0 };
}

import { generator } from './random.mjs';

/** The published defaults of FSRS-6: what the schedulers believe. */
const DEFAULTS = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * A learner whose memory obeys FSRS-6 (formulas written from the specification, not from the library under
 * test) with parameters of their own, and cards that are each easier or harder than the parameters say.
 * Schedulers see only ratings and seconds.
 */
export function createLearner(seed, cardCount) {
  const draw = generator(seed);
  const strength = Math.exp(draw.normal(0, 0.35));
  const w = DEFAULTS.map((value, index) => value * Math.exp(draw.normal(0, index < 4 ? 0.15 : 0.2)));
  for (let index = 0; index < 4; index++) w[index] *= strength;
  w[20] = clamp(w[20], 0.1, 0.5);
  w[4] = clamp(w[4], 1, 10);
  w[7] = clamp(w[7], 0, 0.5);
  const pace = Math.exp(draw.normal(0, 0.25));
  const known = draw.normal(0, 0.5);
  const cards = Array.from({ length: cardCount }, () => ({
    factor: Math.exp(draw.normal(0, 0.4)),
    harder: draw.normal(0, 1),
    familiar: known + draw.normal(0, 0.8),
    memory: undefined,
    // Luck belongs to the card, not to the order of asking: policies that do the same get the same answers.
    luck: generator(Math.floor(draw.uniform() * 2 ** 32)),
  }));
  const factor = 0.9 ** (-1 / w[20]) - 1;
  const recall = (stability, days) => (1 + (factor * days) / stability) ** -w[20];
  const initialDifficulty = (grade) => w[4] - Math.exp(w[5] * (grade - 1)) + 1;

  function nextDifficulty(difficulty, grade) {
    const moved = difficulty + (-w[6] * (grade - 3) * (10 - difficulty)) / 9;
    return clamp(w[7] * initialDifficulty(4) + (1 - w[7]) * moved, 1, 10);
  }

  function nextStability({ stability: s, difficulty: d }, days, grade) {
    if (days === 0) {
      const growth = Math.exp(w[17] * (grade - 3 + w[18])) * s ** -w[19];
      return clamp(s * (grade >= 2 ? Math.max(1, growth) : growth), 0.001, 36_500);
    }
    const r = recall(s, days);
    if (grade === 1) {
      const forgotten = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * Math.exp(w[14] * (1 - r));
      return clamp(Math.min(forgotten, s / Math.exp(w[17] * w[18])), 0.001, 36_500);
    }
    const bonus = grade === 2 ? w[15] : grade === 4 ? w[16] : 1;
    const growth = Math.exp(w[8]) * (11 - d) * s ** -w[9] * (Math.exp(w[10] * (1 - r)) - 1) * bonus;
    return clamp(s * (1 + growth), 0.001, 36_500);
  }

  return {
    cards,
    /** Asks a card at a time in days; gives the rating 1 to 4 and the seconds it took, and changes the memory. */
    ask(index, time) {
      const card = cards[index];
      const day = Math.floor(time);
      const { luck } = card;
      let grade;
      if (card.memory === undefined) {
        const odds = [
          0.3 * Math.exp(-card.familiar),
          0.15,
          0.45 * Math.exp(0.5 * card.familiar),
          0.1 * Math.exp(card.familiar),
        ];
        grade = luck.weighted(odds) + 1;
        const stability = clamp(w[grade - 1] * card.factor, 0.05, 100);
        card.memory = {
          stability,
          difficulty: clamp(initialDifficulty(grade) + card.harder, 1, 10),
          day,
          time,
        };
      } else {
        const { memory } = card;
        const recalled = luck.uniform() < recall(memory.stability, Math.max(0, time - memory.time));
        grade = recalled ? luck.weighted([0.2, 0.65, 0.15]) + 2 : 1;
        const stability = nextStability(memory, day - memory.day, grade);
        card.memory = { stability, difficulty: nextDifficulty(memory.difficulty, grade), day, time };
      }
      const seconds = 30 * pace * (grade === 1 ? 1.4 : grade === 2 ? 1.2 : 1) * Math.exp(luck.normal(0, 0.3));
      return { grade, seconds };
    },
    /** True mean probability of recall over all cards on a day; a card never seen counts 0. */
    score(day) {
      const total = cards.reduce(
        (sum, { memory }) =>
          sum + (memory === undefined ? 0 : recall(memory.stability, Math.max(0, day - memory.day))),
        0,
      );
      return (100 * total) / cards.length;
    },
  };
}

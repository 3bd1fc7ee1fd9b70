/** Mulberry32: the same numbers for the same seed, so that every policy meets the same learners. */
export function generator(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** Normal by Box and Muller. */
  const normal = (mean = 0, deviation = 1) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const weighted = (weights) => {
    let rest = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
    return weights.findIndex((weight) => {
      rest -= weight;
      return rest < 0;
    });
  };
  const shuffled = (items) => {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const pick = Math.floor(uniform() * (last + 1));
      [result[last], result[pick]] = [result[pick], result[last]];
    }
    return result;
  };
  return { uniform, normal, weighted, shuffled };
}

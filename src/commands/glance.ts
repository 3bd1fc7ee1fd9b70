import { studyDay } from '../memory/day.ts';
import { queue } from '../memory/queue.ts';
import { messages } from '../messages.ts';
import { loadDeck } from '../storage/deck.ts';
import { openHistory } from '../storage/history.ts';
import { ink } from '../terminal/ink.ts';
import { lookFor } from '../terminal/look.ts';
import type { Run } from './specification.ts';

/** Today at a glance: what is due, what is new, how far the deck is known, what to type next. */
export const run: Run = async ({ context, lang }) => {
  const deck = await loadDeck(context, undefined, lang);
  const progress = openHistory(context, lang).progress();
  const at = context.now();
  const now = { at, offset: context.utcOffset(at) };
  const cards = deck.cards.map((card) => ({
    deck: deck.id,
    id: card.id,
    topic: card.topic,
    group: card.group,
  }));
  const items = queue(cards, progress, { now });
  const fresh = items.filter((item) => item.reason === 'new').length;
  const seen = [...progress.cards.values()].filter(
    (card) => card.deck === deck.id && card.performance.kind === 'reviewed',
  );
  const today = progress.reviews.filter((review) => studyDay(review) === studyDay(now)).length;
  const { accent, quiet, strong } = ink(lookFor(context, { lang }));
  const say = messages(lang);
  const lines = [
    strong('k8sq'),
    say.today(items.length - fresh, fresh, today),
    say.known(seen.length, deck.cards.length),
    '',
    ...say.next.map(([command, meaning]) => `  ${accent(command.padEnd(20))} ${quiet(meaning)}`),
  ];
  context.stdout.write(`${lines.join('\n')}\n`);
  return 0;
};

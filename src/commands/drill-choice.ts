import { Failure } from '../failure.ts';
import type { Card } from '../handbook/card.ts';
import type { Language } from '../language.ts';
import { cardKey } from '../memory/card-key.ts';
import type { Progress } from '../memory/fold.ts';
import type { Choice } from '../memory/queue.ts';
import { choiceMessages } from '../terminal/choice-messages.ts';
import type { Invocation } from './specification.ts';

type Options = Invocation['options'];

const NAMED = ['new', 'due', 'weak', 'all', 'suspended'] as const;

/** Which cards a drill asks, and whether in random order. */
export interface Chosen {
  readonly choice: Choice;
  readonly shuffled: boolean;
}

/**
 * What the options choose. `--random` alone draws from all; beside another choice it is the order of that one.
 * @throws Failure when two of them name different cards.
 */
export function chosenBy(options: Options, lang: Language): Chosen {
  const ids = idsOf(options);
  const named = NAMED.filter((name) => options[name] === true);
  const flags = [...(ids ? ['--ids'] : []), ...named.map((name) => `--${name}`)];
  const [one, other] = flags;
  if (one !== undefined && other !== undefined) throw new Failure(choiceMessages(lang).onlyOne(one, other));
  const isRandom = options['random'] === true;
  if (ids) return { choice: { ids }, shuffled: isRandom };
  const [choice] = named;
  if (choice === undefined) return { choice: isRandom ? 'random' : 'today', shuffled: false };
  return choice === 'all' && isRandom
    ? { choice: 'random', shuffled: false }
    : { choice, shuffled: isRandom };
}

/** Ids asked for that are none of these cards, in order. */
export function strangers(options: Options, cards: readonly Card[]): string[] {
  const known = new Set(cards.map(({ id }) => id));
  return (idsOf(options) ?? []).filter((id) => !known.has(id));
}

/** Why there is nothing to ask, and what to do: by what was asked for. `cards`: those in the categories. */
export function whyNothing(
  options: Options,
  deck: string,
  cards: readonly Card[],
  progress: Progress,
  lang: Language,
): string {
  const say = choiceMessages(lang);
  const words = [options['category'], options['level']].filter((word) => typeof word === 'string');
  const ids = idsOf(options);
  if (cards.length === 0) return say.noneIn(words);
  if (ids) return say.noneOfIds(strangers(options, cards), words);
  const { choice } = chosenBy(options, lang);
  const isSuspended = (card: Card): boolean => progress.cards.get(cardKey(deck, card.id))?.suspended ?? false;
  if (choice !== 'suspended' && cards.every(isSuspended)) return say.allSuspended;
  return say.nothing[choice as string] ?? say.nothing['today'] ?? '';
}

function idsOf(options: Options): readonly string[] | undefined {
  const ids = options['ids'] as readonly string[] | undefined;
  return ids && [...new Set(ids)];
}

import type { Scorecard } from '../drill/scorecard.ts';
import { encodeHeader, localTime } from '../drill/scorecard-header.ts';
import type { Deck } from '../storage/deck.ts';
import { type ScorecardFacts, scorecardMarkdown, summaryMarkdown } from '../terminal/scorecard-markdown.ts';
import type { Invocation } from './specification.ts';
import { topicName } from './topic-name.ts';

export interface ScorecardSetting {
  readonly deck: Deck;
  readonly invocation: Invocation;
  /** Milliseconds since the epoch. */
  readonly began: number;
}

export interface ScorecardText {
  /** `YYYY-MM-DD-HHMMSS`, local time: names the file. */
  readonly stamp: string;
  /** The short form, for the terminal. */
  readonly summary: string;
  /** The whole file. */
  readonly file: string;
}

/** A scorecard as texts, in the language of the interface. */
export function scorecardText(card: Scorecard, { deck, invocation, began }: ScorecardSetting): ScorecardText {
  const { context, lang, options } = invocation;
  const at = localTime(began, context.utcOffset(began));
  const facts: ScorecardFacts = {
    when: at.slice(0, 16).replace('T', ' '),
    lang,
    topicTitle: (id) => topicName(deck, id, lang),
    deckOption: deckOption(options['deck']),
  };
  const header = encodeHeader({
    at,
    deck: deck.id,
    score: card.score,
    questions: card.questions,
    planned: card.planned,
    minutes: card.ms / 60_000,
  });
  return {
    stamp: at.slice(0, 19).replace('T', '-').replaceAll(':', ''),
    summary: summaryMarkdown(card, facts),
    file: `${header}\n${scorecardMarkdown(card, facts)}`,
  };
}

/** As a shell takes it: a path of other than plain characters in quotes. */
function deckOption(path: unknown): string {
  if (typeof path !== 'string') return '';
  return ` --deck ${/^[\w./~+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`;
}

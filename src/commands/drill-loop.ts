import { join, resolve } from 'node:path';
import { type Controls, type Intent, press, START } from '../drill/controls.ts';
import { type Covered, coverage, covers, proposeRating } from '../drill/coverage.ts';
import { fieldText } from '../drill/field.ts';
import {
  acknowledge,
  type Command,
  type Earlier,
  extended,
  isAtItsOldest,
  type Question,
  renewed,
  type Session,
  step,
} from '../drill/session.ts';
import { type Vocabulary, vocabularyOf } from '../drill/vocabulary.ts';
import { Failure } from '../failure.ts';
import type { Card } from '../handbook/card.ts';
import { cardKey } from '../memory/card-key.ts';
import type { EventBody } from '../memory/event.ts';
import { type CardProgress, performanceOf } from '../memory/fold.ts';
import type { Outlook } from '../memory/schedule.ts';
import { BUILT_IN, type Deck, loadDeck } from '../storage/deck.ts';
import { indexOf } from '../storage/deck-index.ts';
import type { History } from '../storage/history.ts';
import { noteLookUp } from '../storage/look-up-log.ts';
import { CHROME, drillFrame } from '../terminal/drill-frame.ts';
import { drillMessages } from '../terminal/drill-messages.ts';
import type { KeyPress } from '../terminal/keys.ts';
import type { Look } from '../terminal/look.ts';
import { openInBrowser, openInEditor } from '../terminal/outside.ts';
import { placeOf } from '../terminal/place.ts';
import { Screen } from '../terminal/screen.ts';
import { find } from './lookup.ts';
import { momentOf } from './practice.ts';
import { lookWith } from './settled-look.ts';
import type { Invocation } from './specification.ts';

export interface DrillSetup {
  readonly invocation: Invocation;
  readonly deck: Deck;
  readonly history: History;
  readonly session: Session;
  /** Milliseconds after which no further question is asked, or Infinity. */
  readonly budget: number;
  /** Each question opens with a field to type the answer into. */
  readonly typing: boolean;
  /** Said in the first footer, until a key is pressed; empty for nothing. */
  readonly notice: string;
  /** Reviews before all that the session knows of, for undo; slow, so it is asked for only when they are wanted. */
  readonly further: () => readonly Earlier[];
  /** More questions for time that is left when all have been asked; undefined to end there. */
  readonly more: (() => Question[]) | undefined;
}

/** How a drill ended: its last session, and whether Ctrl-C ended it. */
export interface DrillEnd {
  readonly session: Session;
  readonly interrupted: boolean;
}

/** Runs a drill on the alternate screen; the terminal is as it was afterwards, whatever happens. */
export async function runDrill(setup: DrillSetup): Promise<DrillEnd> {
  return new DrillLoop(setup).run();
}

/** The loop: an occurrence, the controls, an intent, the log, a frame. */
class DrillLoop {
  readonly #setup: DrillSetup;
  readonly #screen: Screen;
  readonly #began: number;
  /** The question whose answer was rendered last, and how wide. */
  #ready: { readonly question?: Question; readonly columns?: number } = {};
  /** Loaded while the first question is read. */
  #answers: typeof import('../terminal/drill-answer.ts') | undefined;
  #deck: Deck;
  /** Made for the first typed answer. */
  #vocabulary: Vocabulary | undefined;
  #session: Session;
  #controls: Controls;
  #over = false;
  /** The page that was opened last, and of which card. */
  #page = { card: '', number: 0 };
  /** Whether undo has been told of all reviews before the session. */
  #knowsAll = false;

  constructor(setup: DrillSetup) {
    this.#setup = setup;
    this.#screen = new Screen(setup.invocation.context);
    this.#began = setup.invocation.context.now();
    this.#deck = setup.deck;
    this.#session = setup.session;
    this.#controls = { ...this.#fresh(), notice: setup.notice };
  }

  async run(): Promise<DrillEnd> {
    this.#screen.open();
    try {
      while (this.#session.phase !== 'done' && !this.#over) {
        this.#draw();
        this.#answers ??= await import('../terminal/drill-answer.ts');
        this.#prepare(this.#answers);
        const occurrence = await this.#screen.next();
        if (occurrence.type === 'end') return this.#end(occurrence.interrupted);
        if (occurrence.type === 'key') await this.#onKey(occurrence.press);
        this.#refill();
      }
      return this.#end(false);
    } finally {
      this.#screen.close();
    }
  }

  /** Time that is left when all have been asked goes to more questions, where there are any. */
  #refill(): void {
    if (this.#session.phase !== 'done' || this.#over) return;
    const questions = this.#setup.more?.() ?? [];
    this.#session = extended(this.#session, questions, this.#setup.invocation.context.now());
    this.#controls = this.#fresh();
  }

  #end(interrupted: boolean): DrillEnd {
    return { session: this.#session, interrupted };
  }

  #fresh(): Controls {
    return { ...START, mode: this.#setup.typing ? 'typing' : 'question' };
  }

  /** Renders the answer while the question is read, so that revealing it takes no time: what is rendered is kept. */
  #prepare({ answerBody }: typeof import('../terminal/drill-answer.ts')): void {
    const { current, phase } = this.#session;
    const { columns } = this.#screen.size;
    const isReady = this.#ready.question === current && this.#ready.columns === columns;
    if (!current || phase !== 'question' || isReady) return;
    answerBody(this.#session, current.card, this.#controls, this.#look, []);
    this.#ready = { question: current, columns };
  }

  get #look(): Look {
    const { context, lang } = this.#setup.invocation;
    return lookWith(this.#setup.history.settings, context, lang, this.#screen.size.columns);
  }

  #draw(): void {
    const { context } = this.#setup.invocation;
    const { current } = this.#session;
    if (!current) return;
    const size = this.#screen.size;
    const look = this.#look;
    const hits = this.#hits();
    const frame = drillFrame(
      this.#session,
      this.#controls,
      look,
      size,
      {
        place: placeOf(this.#deck.topics, current.card),
        outlooks: this.#outlooks(current.card),
        elapsed: context.now() - this.#session.shownAt,
        left: this.#began + this.#setup.budget - context.now(),
        note: this.#known(current.card)?.note ?? '',
        bookmarked: this.#known(current.card)?.bookmarked ?? false,
        suspended: this.#known(current.card)?.suspended ?? false,
        hits,
      },
      this.#answers,
    );
    this.#controls = { ...this.#controls, scroll: frame.scroll };
    this.#screen.draw(frame.lines);
  }

  async #onKey(keyPress: KeyPress): Promise<void> {
    const { current, phase } = this.#session;
    if (!current) return;
    const looking = this.#controls.mode === 'lookup';
    const { controls, intent } = press(this.#controls, keyPress, {
      phase,
      choices: looking ? this.#hits().length : current.card.keyPoints.length,
      page: this.#screen.size.rows - CHROME,
      note: this.#known(current.card)?.note ?? '',
    });
    this.#controls = controls;
    if (looking && controls.mode === 'reading') this.#noteLookUp(controls.cursor);
    if (intent) await this.#act(intent, current.card);
  }

  #noteLookUp(at: number): void {
    const card = this.#hits()[at];
    if (card) noteLookUp(this.#setup.invocation.context, this.#deck.id, card.id, 'drill');
  }

  async #act(intent: Intent, card: Card): Promise<void> {
    switch (intent.type) {
      case 'quit':
        this.#over = true;
        return;
      case 'docs':
        return this.#openDocs(card);
      case 'edit':
        return this.#editCard(card);
      case 'note':
        return this.#record({ type: 'note', deck: this.#deck.id, card: card.id, text: intent.text });
      case 'bookmark': {
        const on = !(this.#known(card)?.bookmarked ?? false);
        return this.#record({ type: 'bookmark', deck: this.#deck.id, card: card.id, on });
      }
      case 'undo':
        return this.#undo();
      case 'suspend':
        if (this.#known(card)?.suspended) return this.#unsuspend(card);
        return this.#take(intent);
      default: {
        const command = this.#commandOf(intent, card);
        if (command) this.#take(command);
      }
    }
  }

  #commandOf(intent: Intent, card: Card): Command | undefined {
    switch (intent.type) {
      case 'reveal': {
        return { type: 'reveal', typed: intent.typed, covered: this.#covered(intent.typed, card) };
      }
      case 'rate': {
        const { said } = this.#session;
        const proposed = proposeRating(said.ticks, card.keyPoints, said);
        const rating = intent.rating === 'proposed' ? proposed : intent.rating;
        const outlook = this.#outlooks(card).find((each) => each.rating === rating);
        if (!outlook) return undefined;
        const isKnown = said.ticks.size > 0 || said.typed.trim() !== '';
        const part = isKnown ? { coverage: coverage(said.ticks, card.keyPoints) } : {};
        return { type: 'rate', rating, due: outlook.state.due, ...part };
      }
      case 'tick':
      case 'skip':
        return intent;
      default:
        return undefined;
    }
  }

  #covered(typed: string, card: Card): readonly Covered[] {
    if (typed.trim() === '') return [];
    this.#vocabulary ??= vocabularyOf(indexOf(this.#deck), this.#deck.cards);
    return covers(typed, card.keyPoints, this.#vocabulary, `${card.title}\n${card.en}`);
  }

  #take(command: Command): void {
    const before = this.#session;
    const next = step(before, command, this.#setup.invocation.context.now());
    if (next.event) {
      const id = this.#tryRecord(next.event);
      // What is not on disk has not happened: the question stays, and the notice says why.
      if (id === undefined) return;
      this.#session = next.event.type === 'undo' ? next.session : acknowledge(next.session, id);
    } else {
      this.#session = next.session;
    }
    if (this.#session.current !== before.current) this.#controls = this.#fresh();
    else if (this.#session.phase !== before.phase) this.#controls = { ...this.#controls, scroll: 0 };
    const spent = this.#setup.invocation.context.now() - this.#began;
    if (command.type === 'rate' && spent >= this.#setup.budget) this.#over = true;
  }

  #undo(): void {
    const say = drillMessages(this.#setup.invocation.lang);
    const isEarlier = this.#session.finished.length === 0;
    if (isAtItsOldest(this.#session) && !this.#knowsAll) {
      // A very long log takes seconds.
      this.#say(say.reading);
      this.#draw();
      this.#session = { ...this.#session, earlier: this.#setup.further() };
      this.#knowsAll = true;
    }
    const before = this.#session;
    this.#take({ type: 'undo' });
    const card = this.#session.current?.card;
    if (isAtItsOldest(before)) this.#say(say.nothingToUndo);
    else if (isEarlier && card && this.#session !== before) this.#say(say.taken(card.title));
  }

  #unsuspend(card: Card): void {
    const { lang } = this.#setup.invocation;
    const id = this.#tryRecord({ type: 'unsuspend', deck: this.#deck.id, card: card.id });
    if (id !== undefined) this.#say(drillMessages(lang).unsuspended);
  }

  #record(body: EventBody): void {
    this.#tryRecord(body);
  }

  #tryRecord(body: EventBody): string | undefined {
    try {
      return this.#setup.history.record(body).id;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#say(error.message);
      return undefined;
    }
  }

  /** Opens the first page that a card refers to; asked again, the next one. */
  async #openDocs(card: Card): Promise<void> {
    const { context, lang } = this.#setup.invocation;
    const say = drillMessages(lang);
    const urls = [...new Set(referencesOf(card).match(/https?:\/\/[^\s)>\]"'）》」，。；]+/g))];
    const number = this.#page.card === card.id ? (this.#page.number + 1) % urls.length : 0;
    const url = urls[number];
    if (url === undefined) return this.#say(say.noDocs);
    this.#page = { card: card.id, number };
    this.#say(say.docs(url, await openInBrowser(url, context), number + 1, urls.length));
  }

  async #editCard(card: Card): Promise<void> {
    const { context, lang, options } = this.#setup.invocation;
    const say = drillMessages(lang);
    const path = options['deck'] as string | undefined;
    const file = path === undefined ? join(context.root, card.file) : resolve(context.cwd, card.file);
    const opened = await this.#screen.away(async () => openInEditor(file, card.line, context));
    if (!opened) return this.#say(say.noEditor);
    try {
      if (this.#deck.id === BUILT_IN && path === undefined) {
        const { compileBuiltIn } = await import('../storage/compile.ts');
        compileBuiltIn(context.root);
      }
      this.#deck = await loadDeck(context, path, lang);
      this.#vocabulary = undefined;
      this.#session = renewed(this.#session, this.#deck.cards);
    } catch (error) {
      this.#say(error instanceof Failure ? error.message : say.notReloaded);
    }
  }

  #say(notice: string): void {
    this.#controls = { ...this.#controls, notice };
  }

  #hits(): readonly Card[] {
    const query = fieldText(this.#controls.field);
    const wanted = this.#controls.mode === 'lookup' || this.#controls.mode === 'reading';
    return wanted && query.trim() !== ''
      ? find(this.#deck, query, 10).hits.map((hit) => this.#deck.card(hit.card))
      : [];
  }

  #known(card: Card): CardProgress | undefined {
    return this.#setup.history.progress().cards.get(cardKey(this.#deck.id, card.id));
  }

  #outlooks(card: Card): readonly Outlook[] {
    const { context } = this.#setup.invocation;
    const progress = this.#setup.history.progress();
    const now = momentOf(context);
    const state = performanceOf(progress, this.#deck.id, card.id);
    return progress.scheduler.preview(state, now, cardKey(this.#deck.id, card.id));
  }
}

function referencesOf(card: Card): string {
  return card.parts.find((part) => part.kind === 'references')?.markdown ?? card.answer;
}

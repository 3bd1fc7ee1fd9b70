import { fieldText } from '../drill/field.ts';
import { acknowledge, type Due, type Mock, type MockCommand, step } from '../drill/mock.ts';
import { MOCK_START, type MockControls, pressMock } from '../drill/mock-controls.ts';
import { scorecardOf } from '../drill/scorecard.ts';
import { Failure } from '../failure.ts';
import type { EventBody } from '../memory/event.ts';
import type { Deck } from '../storage/deck.ts';
import type { History } from '../storage/history.ts';
import type { MockDraft, MockStore } from '../storage/mocks.ts';
import type { KeyPress } from '../terminal/keys.ts';
import { MOCK_CHROME, mockFrame } from '../terminal/mock-frame.ts';
import { placeOf } from '../terminal/place.ts';
import { Screen } from '../terminal/screen.ts';
import { type ScorecardText, scorecardText } from './mock-scorecard.ts';
import { lookWith } from './settled-look.ts';
import type { Invocation } from './specification.ts';

export interface MockSetup {
  readonly invocation: Invocation;
  readonly deck: Deck;
  readonly history: History;
  readonly store: MockStore;
  readonly mock: Mock;
}

/** How a mock interview ended. */
export interface MockEnd {
  readonly mock: Mock;
  /** Milliseconds since the epoch. */
  readonly began: number;
  readonly interrupted: boolean;
  /** Where the scorecard is, or an empty path and the system's code; undefined when there was nothing to save. */
  readonly saved: { readonly path: string; readonly code: string } | undefined;
}

/** Runs a mock interview on the alternate screen, and saves its scorecard however it ends. */
export async function runMock(setup: MockSetup): Promise<MockEnd> {
  return new MockLoop(setup).run();
}

/** Ticks of the clock, a second each, between two signs of life of the draft. */
const TOUCH_EVERY = 10;

/** The loop: an occurrence, the controls, a command, the log, a frame. */
class MockLoop {
  readonly #setup: MockSetup;
  readonly #screen: Screen;
  readonly #began: number;
  readonly #draft: MockDraft;
  #mock: Mock;
  #controls: MockControls = MOCK_START;
  #ticks = 0;

  constructor(setup: MockSetup) {
    this.#setup = setup;
    this.#screen = new Screen(setup.invocation.context);
    this.#began = setup.invocation.context.now();
    this.#mock = setup.mock;
    this.#draft = setup.store.draft(this.#text().stamp);
  }

  async run(): Promise<MockEnd> {
    let interrupted = false;
    this.#screen.open();
    try {
      while (this.#mock.phase !== 'done') {
        this.#draw();
        const occurrence = await this.#screen.next();
        if (occurrence.type === 'end') {
          interrupted = occurrence.interrupted;
          break;
        }
        if (occurrence.type === 'tick') this.#onTick();
        if (occurrence.type === 'key') {
          if (occurrence.press.key === 'ctrl-d') break;
          this.#onKey(occurrence.press);
        }
      }
      this.#take({ type: 'stop', typed: fieldText(this.#controls.answer) });
      return { mock: this.#mock, began: this.#began, interrupted, saved: this.#save() };
    } finally {
      this.#screen.close();
    }
  }

  #draw(): void {
    const { invocation, deck, history } = this.#setup;
    const size = this.#screen.size;
    const look = lookWith(history.settings, invocation.context, invocation.lang, size.columns);
    const card = this.#mock.asks[this.#mock.at]?.card;
    const place = card ? placeOf(deck.topics, card) : { topic: '', section: '' };
    const frame = mockFrame(this.#mock, this.#controls, look, size, place);
    this.#controls = { ...this.#controls, scroll: frame.scroll };
    this.#screen.draw(frame.lines);
  }

  #onTick(): void {
    this.#ticks++;
    if (this.#ticks % TOUCH_EVERY === 0) this.#draft.touch();
    this.#take({ type: 'time', typed: fieldText(this.#controls.answer) });
  }

  #onKey(press: KeyPress): void {
    const { controls, command } = pressMock(this.#controls, press, {
      phase: this.#mock.phase,
      points: this.#mock.asks[this.#mock.at]?.points.length ?? 0,
      page: this.#screen.size.rows - MOCK_CHROME,
    });
    this.#controls = controls;
    if (command) this.#take(command);
  }

  #take(command: MockCommand): void {
    const before = this.#mock;
    const { mock, due } = step(before, command, this.#setup.invocation.context.now());
    const id = due ? this.#record(due.event) : '';
    // What is not on disk has not happened: the question stays, and the notice says why.
    if (id === undefined) return;
    this.#mock = due ? acknowledge(mock, due.card, id) : mock;
    if (due) this.#retire(due);
    if (this.#mock.at !== before.at || this.#mock.phase !== before.phase) this.#controls = MOCK_START;
    if (this.#mock.answers !== before.answers) this.#draft.write(this.#text().file);
  }

  /** The new review is on disk before the old one is taken back: killed in between, nothing is lost. */
  #retire({ replaces }: Due): void {
    if (replaces !== '') this.#record({ type: 'undo', of: replaces });
  }

  #record(body: EventBody): string | undefined {
    try {
      return this.#setup.history.record(body).id;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#controls = { ...this.#controls, notice: error.message };
      return undefined;
    }
  }

  #save(): MockEnd['saved'] {
    if (this.#mock.answers.length === 0) return undefined;
    const { stamp, file } = this.#text();
    try {
      const path = this.#setup.store.save(stamp, file);
      this.#draft.remove();
      return { path, code: '' };
    } catch (error) {
      return { path: '', code: (error as NodeJS.ErrnoException).code ?? String(error) };
    }
  }

  #text(): ScorecardText {
    const { deck, invocation } = this.#setup;
    return scorecardText(scorecardOf(this.#mock), { deck, invocation, began: this.#began });
  }
}

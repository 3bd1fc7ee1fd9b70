import { encode, type LogEvent } from './event.ts';
import { byTime, inOrder, type Place } from './event-order.ts';
import {
  type Aggregate,
  apply,
  copyAggregate,
  emptyAggregate,
  type Progress,
  parametersOf,
  schedulerFor,
} from './fold.ts';
import { Names } from './names.ts';
import { type Aliases, renames } from './renames.ts';
import type { ScheduleOptions, Scheduler } from './schedule.ts';
import { countingAmong, type Lasting } from './undone.ts';

/**
 * What is known of old events, so that they need not be told again: what they add up to, and the latest events, which
 * may still be undone or be preceded by what another device wrote meanwhile.
 */
export interface Checkpoint {
  /** What the old events that count add up to, made anew each time, to put more in. */
  readonly base: () => Aggregate;
  /** The last of the old events, and the greatest id of any; undefined without old events. */
  readonly end: (Place & { readonly greatestId: string }) | undefined;
  /** All later events in order, the undone ones and the undos too; and old undos of what is not among the old events. */
  readonly later: readonly LogEvent[];
  /** Former ids of cards, out of all events. */
  readonly aliases: Aliases;
  /** The learner's own parameters, out of all events. */
  readonly parameters: readonly number[] | undefined;
}

/** What makes an event old. */
export interface Ages {
  /** Milliseconds since the epoch; a later event was written by a wrong clock, and is not old yet. */
  readonly now: number;
  /** So many of the latest events are not old: they may be undone, or come in between on another device. */
  readonly recent?: number;
}

const RECENT = 200;

const NOTHING: Checkpoint = {
  base: emptyAggregate,
  end: undefined,
  later: [],
  aliases: new Map(),
  parameters: undefined,
};

/**
 * Where a learner stands, and goes on from: a checkpoint and what came after it. Whatever was added, the progress is
 * what `fold` makes of all events.
 */
export class Standing {
  readonly #checkpoint: Checkpoint;
  readonly #scheduler: Scheduler;
  readonly #names: Names;
  readonly #byId = new Map<string, LogEvent>();
  /** Ids that some undo names. */
  readonly #named = new Set<string>();
  /** Later events in order. */
  #later: LogEvent[];
  /** What all events add up to, made when it is asked for. */
  #aggregate: Aggregate | undefined;

  constructor(checkpoint: Checkpoint = NOTHING, schedule: Partial<ScheduleOptions> = {}) {
    this.#checkpoint = checkpoint;
    this.#scheduler = schedulerFor(checkpoint.parameters, schedule);
    this.#names = new Names(checkpoint.aliases);
    this.#later = [...checkpoint.later];
    for (const event of this.#later) this.#note(event);
  }

  /** Folds a whole log. */
  static of(events: Iterable<LogEvent>, schedule: Partial<ScheduleOptions>, ages: Ages): Standing {
    const all = inOrder(events);
    const counts = countingAmong(all);
    const history = all.filter((event): event is Lasting => event.type !== 'undo' && counts(event.id));
    const known = { ...NOTHING, aliases: renames(history), parameters: parametersOf(history) };
    return new Standing(rolled(known, all, counts, ages, schedulerFor(known.parameters, schedule)), schedule);
  }

  get progress(): Progress {
    this.#aggregate ??= this.#derived();
    return { ...this.#aggregate, aliases: this.#checkpoint.aliases, scheduler: this.#scheduler };
  }

  /**
   * Adds events, which may have been added before. False, and nothing is added, when what they change is not known
   * here any more: all events have to be folded anew.
   */
  add(events: readonly LogEvent[]): boolean {
    const fresh = new Map<string, LogEvent>();
    for (const event of events) {
      const known = this.#byId.get(event.id) ?? fresh.get(event.id);
      if (known === undefined && this.#isLater(event)) fresh.set(event.id, event);
      else if (known === undefined || encode(known) !== encode(event)) return false;
    }
    for (const event of fresh.values()) if (!this.#isOfOne(event, fresh)) return false;
    for (const event of fresh.values()) this.#put(event);
    return true;
  }

  /** Where the learner stands now, for another time; worked out when it is asked for, whatever was added meanwhile. */
  checkpoint(ages: Ages): () => Checkpoint {
    const later = [...this.#later];
    return () => rolled(this.#checkpoint, later, countingAmong(later), ages, this.#scheduler);
  }

  /** Greater ids than any of the old ones cannot repeat one of them. */
  #isLater(event: LogEvent): boolean {
    const { end } = this.#checkpoint;
    return end === undefined || (byTime(end, event) < 0 && end.greatestId < event.id);
  }

  /** Whether an event, or what it takes back, is known here and changes no other event's meaning. */
  #isOfOne(event: LogEvent, fresh: ReadonlyMap<string, LogEvent>): boolean {
    const met = new Set<LogEvent>();
    let target: LogEvent | undefined = event;
    while (target?.type === 'undo' && !met.has(target)) {
      met.add(target);
      target = this.#byId.get(target.of) ?? fresh.get(target.of);
    }
    return target !== undefined && target.type !== 'undo' && !isForAll(target);
  }

  #put(event: LogEvent): void {
    const last = this.#later.at(-1);
    const isLatest = last === undefined || byTime(last, event) < 0;
    const isPlain = event.type !== 'undo' && !this.#named.has(event.id);
    this.#note(event);
    this.#later.push(event);
    if (!isLatest) this.#later.sort(byTime);
    if (!isLatest || !isPlain) this.#aggregate = undefined;
    else if (this.#aggregate) apply(this.#aggregate, event, this.#names, this.#scheduler);
  }

  #note(event: LogEvent): void {
    this.#byId.set(event.id, event);
    if (event.type === 'undo') this.#named.add(event.of);
  }

  #derived(): Aggregate {
    const aggregate = this.#checkpoint.base();
    applyAll(aggregate, this.#later, countingAmong(this.#later), this.#names, this.#scheduler);
    return aggregate;
  }
}

/** Events that change what all others, also old ones, mean. */
function isForAll({ type }: LogEvent): boolean {
  return type === 'rename' || type === 'parameters';
}

/** A checkpoint with all `later` events, the older ones of them among the old. */
function rolled(
  from: Checkpoint,
  later: readonly LogEvent[],
  counts: (id: string) => boolean,
  { now, recent = RECENT }: Ages,
  scheduler: Scheduler,
): Checkpoint {
  let size = Math.max(0, later.length - recent);
  while (size > 0 && (later[size - 1] as LogEvent).at > now) size--;
  if (size === 0) return { ...from, later };
  const old = later.slice(0, size);
  const base = from.base();
  applyAll(base, old, counts, new Names(from.aliases), scheduler);
  return {
    ...from,
    base: () => copyAggregate(base),
    end: endOf(from.end, old),
    later: [...undosOfOthers(old), ...later.slice(size)],
  };
}

function applyAll(
  into: Aggregate,
  events: readonly LogEvent[],
  counts: (id: string) => boolean,
  names: Names,
  scheduler: Scheduler,
): void {
  for (const event of events)
    if (event.type !== 'undo' && counts(event.id)) apply(into, event, names, scheduler);
}

function endOf(before: Checkpoint['end'], old: readonly LogEvent[]): Checkpoint['end'] {
  let greatestId = before?.greatestId ?? '';
  for (const { id } of old) if (id > greatestId) greatestId = id;
  const last = old.at(-1) as LogEvent;
  // Undos that were kept from before stand in front of the rest.
  const end = before !== undefined && byTime(last, before) < 0 ? before : last;
  return { at: end.at, id: end.id, greatestId };
}

/**
 * The undos among old events that do not, at the end of their chain, take back one of them: what they take back is
 * later, or still on another device. The others have done their work.
 */
function undosOfOthers(old: readonly LogEvent[]): LogEvent[] {
  const undos = new Map(old.flatMap((event) => (event.type === 'undo' ? [[event.id, event]] : [])));
  if (undos.size === 0) return [];
  const targets = new Set(Array.from(undos.values(), ({ of }) => of));
  const present = new Set(old.flatMap(({ id, type }) => (type !== 'undo' && targets.has(id) ? [id] : [])));
  const isOfOther = (undo: { readonly of: string }): boolean => {
    const met = new Set<string>();
    let { of } = undo;
    for (let next = undos.get(of); next !== undefined && !met.has(of); next = undos.get(of)) {
      met.add(of);
      of = next.of;
    }
    return !present.has(of);
  };
  return [...undos.values()].filter(isOfOther);
}

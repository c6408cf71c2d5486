import { type Context, type Goal, isWork } from '../renewal/decide/context.ts';
import { decide } from '../renewal/decide/decide.ts';
import { policyOf } from '../settings/account.ts';
import {
  type Ask,
  type Call,
  type Decision,
  isOfRows,
  nameOf,
  questionOf,
  type Stop,
} from '../renewal/decide/decision.ts';
import type { JournalEvent } from '../renewal/events.ts';
import { askProvider } from './ask.ts';
import { intentsOf, makeCall } from './call.ts';
import type { ChunkWork } from './chunk-work.ts';
import { FactBook } from './fact-book.ts';
import { concernsSilence, silencesOf } from '../renewal/rules/silences.ts';
import { kindOfQuestion, type Silence } from '../renewal/states/silence.ts';
import type { AskEnd } from './triage.ts';

/** As many calls of a kind are under way as the account's rate lets through in so many seconds. */
const SECONDS_AHEAD = 5;

/** Provider text is kept so long at most, in signs. */
const MOST_SAID = 300;

/** No question needs to be asked more often in one run. */
const MOST_TIMES = 200;

/**
 * Carries out what is decided for a chunk until nothing more can be done now: records events, asks
 * and calls side by side, and decides anew with each answer. Returns why it had to stop, or null
 * where nothing is left to do. Waits for the end of everything under way, also after a fault: a
 * function whose run is over is frozen, not ended, and a call that still waited for its turn would
 * be sent whenever the function is thawed, long after its lease.
 */
export async function drive(work: ChunkWork, goal: Goal): Promise<Stop | null> {
  return await new Run(work, goal).toTheEnd();
}

class Run {
  readonly #work: ChunkWork;
  readonly #goal: Goal;
  readonly #facts: FactBook;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #asked = new Map<string, number>();
  /** When a question of a kind was answered last in this run. */
  readonly #heard = new Map<string, number>();
  readonly #faults: unknown[] = [];

  constructor(work: ChunkWork, goal: Goal) {
    this.#work = work;
    this.#goal = goal;
    this.#facts = new FactBook(work.clock);
  }

  async toTheEnd(): Promise<Stop | null> {
    for (;;) {
      const end = await this.#step();
      if (end !== undefined) return end;
    }
  }

  /** One decision carried out; what the run ends with, once it ends. */
  async #step(): Promise<Stop | null | undefined> {
    if (this.#faults.length > 0) {
      await Promise.all(this.#underWay.values());
      throw this.#faults[0];
    }
    const decision = decide(this.#goal, this.#context());
    if (decision.stop !== null) {
      this.#facts.stop ??= decision.stop;
      return undefined;
    }
    const late = this.#work.outOfTime();
    if (decision.events.length > 0) await this.#attempt(this.#record(...decision.events));
    if (!late) this.#askAll(decision.asks);
    if (decision.events.length > 0) return undefined;
    if (!late) await this.#callAll(decision.calls);
    if (this.#underWay.size === 0) {
      if (this.#faults.length > 0) return undefined;
      if (!late) this.#keepWaitedFor(decision.waitedFor);
      return this.#end(decision, late);
    }
    await Promise.race(this.#underWay.values());
    // Answers that arrive together are judged together.
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    return undefined;
  }

  #end({ asks, calls, waits }: Decision, late: boolean): Stop | null {
    if (this.#facts.stop !== null) return this.#facts.stop;
    if (late && asks.length + calls.length > 0) return { kind: 'out of time' };
    return waits.length === 0 ? null : { kind: 'later', at: Math.min(...waits) };
  }

  /** A silence of which nothing depends any more must not pass for one that people wait for. */
  #keepWaitedFor(waitedFor: readonly Silence[]): void {
    const { keeper } = this.#work;
    if (!isWork(this.#goal) || this.#facts.stop !== null) return;
    const all = silencesOf(keeper.current);
    const left = all.filter((one) => waitedFor.includes(one));
    if (left.length < all.length) keeper.note({ kind: 'waited for', silences: left });
  }

  #context(): Context {
    const { keeper, job, account, provider, settleAfter, lag, clock } = this.#work;
    return {
      journal: keeper.current,
      facts: this.#facts,
      epoch: job.epoch,
      now: clock(),
      policy: policyOf(account),
      traits: provider.resources.traits,
      settleAfter,
      lag,
      group: Math.max(1, Math.floor(account.callsPerSecond)),
    };
  }

  async #record(...events: readonly JournalEvent[]): Promise<void> {
    const { keeper } = this.#work;
    const before = keeper.current;
    const stored = keeper.record(...events);
    this.#facts.changes(before, keeper.current, events);
    await stored;
  }

  async #attempt(act: Promise<void>): Promise<void> {
    const [end] = await Promise.allSettled([act]);
    if (end.status === 'rejected') this.#faults.push(end.reason);
  }

  #askAll(asks: readonly Ask[]): void {
    for (const ask of asks) {
      if (this.#free(ask.kind) === 0) continue;
      this.#count(nameOf(ask));
      this.#begin(nameOf(ask), async () => {
        const end = await askProvider(this.#work, this.#facts, ask);
        this.#noteEnd(ask, end);
      });
    }
  }

  /** A question that no answer ends would go on for ever: a fault of ours, which ends the run. */
  #count(question: string): void {
    const times = (this.#asked.get(question) ?? 0) + 1;
    this.#asked.set(question, times);
    if (times > MOST_TIMES) this.#faults.push(new Error(`asked ${times} times: ${question}`));
  }

  /** What got no answer is kept, so that later runs know of it; it is stored with the next record. */
  #noteEnd(ask: Ask, end: AskEnd): void {
    const { log, job, account, keeper, clock } = this.#work;
    const ofRows = isOfRows(ask) ? ask : null;
    const question = ofRows === null ? nameOf(ask) : questionOf(ofRows);
    const about = { question, rows: ofRows?.rows ?? [], at: clock() };
    switch (end.kind) {
      case 'answered':
        this.#heard.set(kindOfQuestion(question), about.at);
        if (concernsSilence(keeper.current, question)) keeper.note({ kind: 'answered', ...about });
        return;
      case 'stopped':
        this.#facts.silent.add(nameOf(ask));
        return;
      case 'silent': {
        const { detail: said, busy } = end;
        log.warn('provider silent', {
          job: job.id,
          account: account.name,
          chunk: keeper.current.chunk,
          question,
          said,
        });
        const heard = this.#heard.get(kindOfQuestion(question)) ?? null;
        keeper.note({
          kind: 'not answered',
          ...about,
          said: said.slice(0, MOST_SAID),
          busy,
          heard,
        });
        // Of rows it is kept which they were: others are asked about in the same run all the same.
        if (ofRows === null || ofRows.apart === true) this.#facts.silent.add(nameOf(ask));
      }
    }
  }

  /** The intents of what is called now in one durable write, then the calls side by side. */
  async #callAll(calls: readonly Call[]): Promise<void> {
    const left = new Map<string, number>();
    const chosen = calls.filter(({ kind }) => {
      const free = left.get(kind) ?? this.#free(kind);
      left.set(kind, free - 1);
      return free > 0;
    });
    const { clock, keeper } = this.#work;
    const intents = intentsOf(chosen, clock(), keeper.owner);
    if (intents.length > 0) await this.#attempt(this.#record(...intents));
    if (this.#faults.length > 0) return;
    for (const call of chosen) {
      this.#begin(nameOf(call), async () => {
        await makeCall(this.#work, this.#facts, call, this.#record.bind(this));
      });
    }
  }

  /** How many more of a kind may be under way. */
  #free(kind: string): number {
    const most = Math.max(1, Math.floor(SECONDS_AHEAD * this.#work.account.callsPerSecond));
    const own = [...this.#underWay.keys()].filter(
      (name) => name.split(' ')[0] === kind.split(' ')[0],
    );
    return Math.max(0, most - own.length);
  }

  async #finish(name: string, act: () => Promise<void>): Promise<void> {
    await this.#attempt(act());
    this.#underWay.delete(name);
    this.#facts.underWay.delete(name);
  }

  #begin(name: string, act: () => Promise<void>): void {
    this.#facts.underWay.add(name);
    this.#underWay.set(name, this.#finish(name, act));
  }
}

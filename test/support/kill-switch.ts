import type { KillPoint, ProviderMoment } from './kill-points.ts';

/** A point with the function's AWS calls before it was armed. */
interface Armed {
  readonly point: KillPoint;
  readonly since: number;
}

/** Since a kill: nothing heard of the account again, or at work again without progress so far. */
type Hit = 'killed' | 'at work again';

/** Whoever comes as far as these has made progress. */
const MOVES_ON: ReadonlySet<ProviderMoment['api']> = new Set(['renew', 'pay', 'ecsRenew'] as const);

/**
 * Kills at points, each once. A chunk whose worker dies time and again without progress is left
 * alone by design, so RenewChunk, which works on all accounts at once, is spared while an account
 * that it was killed at before has not come as far as a renewal or a payment since.
 */
export class KillSwitch {
  readonly #kill: (point: KillPoint) => Promise<void>;
  readonly #calls = new Map<string, number>();
  readonly #working = new Set<string>();
  readonly #hits = new Map<string, Hit>();
  #armed: readonly Armed[] = [];

  constructor(kill: (point: KillPoint) => Promise<void>) {
    this.#kill = kill;
  }

  /** The points that were not come to so far. */
  get left(): readonly KillPoint[] {
    return this.#armed.map(({ point }) => point);
  }

  /** Adds points. */
  arm(points: readonly KillPoint[]): void {
    const added = points.map((point) => ({ point, since: this.#calls.get(point.function) ?? 0 }));
    this.#armed = [...this.#armed, ...added];
  }

  /** To be told of each AWS call, with the function's logical id. */
  onAwsCall(logicalId: string): void {
    const name = ['Intake', 'FinishJob', 'Tick'].find((one) => logicalId.includes(one));
    if (name === undefined) return;
    const called = (this.#calls.get(name) ?? 0) + 1;
    this.#calls.set(name, called);
    const due = this.#armed.find(
      ({ point, since }) =>
        'awsCall' in point && point.function === name && since + point.awsCall <= called,
    );
    if (due !== undefined) void this.#hit(due);
  }

  /** To be told of each moment of a call at an account's provider. */
  async onProviderCall(account: string, { api, phase }: ProviderMoment): Promise<void> {
    this.#working.add(account);
    if (this.#hits.get(account) === 'killed') this.#hits.set(account, 'at work again');
    if (MOVES_ON.has(api)) this.#hits.delete(account);
    const due = this.#armed.find(
      ({ point }) => 'api' in point && point.api === api && point.phase === phase,
    );
    if (due === undefined || [...this.#hits.values()].includes('at work again')) return;
    for (const one of this.#working) this.#hits.set(one, 'killed');
    await this.#hit(due);
  }

  /** To be told when an account's job is over. */
  onOver(account: string): void {
    this.#working.delete(account);
    this.#hits.delete(account);
  }

  async #hit(due: Armed): Promise<void> {
    this.#armed = this.#armed.filter((one) => one !== due);
    await this.#kill(due.point);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { startAlibabaSandbox } from '../../infra/sandboxes/alibaba/server.ts';
import { startHuaweiSandbox } from '../../infra/sandboxes/huawei/server.ts';
import type { AlibabaSandbox } from '../../infra/sandboxes/alibaba/sandbox.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { AwsCall } from '../../infra/cloud/permissions/gate.ts';
import { SAMPLE_KEYS } from '../../infra/cli/sample/sample-keys.ts';
import type { JobStatus } from '../../shared/jobs/job.ts';
import type { ProviderMoment } from '../support/kill-points.ts';
import { dueResource } from '../support/due-soon.ts';
import { mixedQuote, servers, worldOf } from '../support/quoted-resources.ts';
import { worldQuote } from '../support/world-quote.ts';
import { ALIBABA_ACCOUNT, HUAWEI_ACCOUNTS } from './release-accounts.ts';
import type { RunningRelease } from './running-release.ts';

type Held = Pick<ProviderMoment, 'api' | 'phase'>;
type Sandbox = HuaweiSandbox | AlibabaSandbox;

/** Where the calls of an account stand still until the release is stopped. */
const HELD: Readonly<Record<string, Held>> = {
  ordering: { api: 'renew', phase: 'after' },
  paying: { api: 'pay', phase: 'before' },
  paid: { api: 'pay', phase: 'after' },
  [ALIBABA_ACCOUNT]: { api: 'ecsRenew', phase: 'after' },
};
/** Functions that are ended at their first file of an account, so that it is never written. */
const ENDED = { planning: 'Intake', owed: 'FinishJob' } as const;
const ROWS = 3;
const PATIENCE_MS = 90_000;
/** An order of `confirming` is complete only when its provider's clock has been put forward. */
const COMPLETES_AFTER_MS = 300_000;

/** Every state of a job that has not ended, and that of one whose workbook is still owed. */
export const STATES: readonly (readonly [account: string, states: readonly JobStatus[]])[] = [
  ['planning', ['planning']],
  ['ordering', ['running']],
  ['paying', ['running']],
  ['paid', ['running']],
  [ALIBABA_ACCOUNT, ['running']],
  ['suspended', ['suspended', 'waiting']],
  ['confirming', ['finishing']],
  ['owed', ['done']],
];

/** The providers of all accounts, each account with a job that was brought just so far. */
export class JobsUnderWay {
  readonly #sandboxes: ReadonlyMap<string, Sandbox>;
  readonly #late: { by: number };
  readonly #held = new Set<string>();
  readonly #letGo: (() => void)[] = [];

  private constructor(sandboxes: ReadonlyMap<string, Sandbox>, late: { by: number }) {
    this.#late = late;
    this.#sandboxes = sandboxes;
    for (const [account, { api, phase }] of Object.entries(HELD)) {
      const stop = sandboxes.get(account)!.onCall(async (moment: ProviderMoment) => {
        if (moment.api !== api || moment.phase !== phase || this.#held.has(account)) return;
        this.#held.add(account);
        await new Promise<void>((resolve) => this.#letGo.push(resolve));
        stop();
      });
    }
  }

  static async start(): Promise<JobsUnderWay> {
    const late = { by: 0 };
    const sandboxes = new Map<string, Sandbox>();
    for (const account of HUAWEI_ACCOUNTS) {
      const resources = Array.from({ length: ROWS }, (_, row) => dueResource(row));
      const behaviour = { completionDelayMs: account === 'confirming' ? COMPLETES_AFTER_MS : 50 };
      const balance = account === 'suspended' ? '15' : '1000';
      const world = { ...SAMPLE_KEYS, balance, resources, behaviour };
      const clock = (): number => Date.now() + (account === 'confirming' ? late.by : 0);
      sandboxes.set(account, await startHuaweiSandbox({ world, clock }));
    }
    const bought = { provider: 'alibaba', ...SAMPLE_KEYS, balance: '1000' };
    const world = { ...bought, ...worldOf(servers(ROWS)) };
    sandboxes.set(ALIBABA_ACCOUNT, await startAlibabaSandbox({ world }));
    return new JobsUnderWay(sandboxes, late);
  }

  get endpoints(): ReadonlyMap<string, string> {
    return new Map([...this.#sandboxes].map(([account, { url }]) => [account, url]));
  }

  /** To be told of each AWS call: ends a function that comes to what it must not do. */
  readonly onCall = (release: RunningRelease | undefined, call: AwsCall): void => {
    for (const [account, name] of Object.entries(ENDED)) {
      if (call.action !== 's3:PutObject' || !call.function.includes(name)) continue;
      if (account === 'owed' ? call.resource.includes('/owed/') : this.#dropped === 'planning') {
        void release?.cloud.kill(name);
      }
    }
  };

  #dropped = '';

  /** Drops a file for each account, and comes back when each stands in its state. */
  async bringUnderWay(release: RunningRelease): Promise<void> {
    const quote = await worldQuote(ROWS);
    for (const account of ['suspended', 'confirming', 'owed']) await release.drop(account, quote);
    await this.#until(release, ['confirming', 'owed']);
    await release.drop(ALIBABA_ACCOUNT, await mixedQuote(servers(ROWS)));
    for (const account of ['ordering', 'paying', 'paid']) await release.drop(account, quote);
    await release.drop('suspended', quote, 'another.xlsx');
    await this.#until(release, [...Object.keys(HELD), 'suspended']);
    this.#dropped = 'planning';
    await release.drop('planning', quote);
    await this.#until(release, ['planning']);
  }

  /** Waits until each account has its first state, and where calls are held until they stand there. */
  async #until(release: RunningRelease, accounts: readonly string[]): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (const account of accounts) {
      const wanted = STATES.find(([name]) => name === account)![1];
      for (;;) {
        const states = await statesOf(release, account);
        const held = HELD[account] === undefined || this.#held.has(account);
        if (held && wanted.every((state) => states.includes(state))) break;
        if (Date.now() > end) throw new Error(`${account} is only ${states.join(', ')}`);
        await pause(50);
      }
    }
  }

  /** Lets go of what is held, for nobody waits for it any more, completes what is late, and tops up. */
  goOn(): void {
    this.#dropped = '';
    this.#late.by = COMPLETES_AFTER_MS;
    for (const letGo of this.#letGo.splice(0)) letGo();
    (this.#sandboxes.get('suspended') as HuaweiSandbox).act.topUp({ amount: '1000' });
  }

  ledger(account: string): ReturnType<Sandbox['ledger']> {
    return this.#sandboxes.get(account)!.ledger();
  }

  async close(): Promise<void> {
    this.goOn();
    for (const sandbox of this.#sandboxes.values()) await sandbox.close();
  }
}

/** The states of an account's jobs, the oldest first. */
export async function statesOf({ jobs }: RunningRelease, account: string): Promise<JobStatus[]> {
  return (await jobs.jobs()).filter((job) => job.account === account).map(({ status }) => status);
}

import type { ApiName } from '../../infra/sandboxes/huawei/api.ts';
import type { HuaweiCall } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { CrashAt, CrashPoint } from './crashing.ts';
import type { Misdelivery } from './deliveries.ts';
import type { Between } from './huawei-deployment.ts';
import type { InProcess } from './in-process.ts';
import type { Silence } from './slow-line.ts';

/** What a scenario plays with. */
export interface Stage {
  readonly app: InProcess;
  readonly sandbox: HuaweiSandbox;
  /** The deployment as the operator's functions reach it: they can die as well. */
  readonly operate: (act: (app: InProcess) => Promise<void>) => Promise<void>;
}

/** A world, a quote, and what happens: the same each time until something is made to go wrong. */
export interface Scenario {
  readonly name: string;
  readonly world: Readonly<Record<string, unknown>>;
  /** Rows of the quote, which fit the first resources of the world. */
  readonly rows: number;
  readonly settings?: Partial<Account>;
  /** Calls per second by which the engine measures its waves: a fifth makes one call after the other. */
  readonly engineRate?: number;
  /** Drops what is to be dropped, and lets happen what is to happen; one quote by default. */
  readonly play?: (stage: Stage) => Promise<void>;
  /**
   * Whether the same must become of every row whatever goes wrong. Not so where orders whose answer
   * was lost cannot be told from a colleague's, or where the job is cut short at some moment.
   */
  readonly provable: boolean;
  /** Messages that go astray even in the run that is not disturbed any further. */
  readonly misdelivery?: Misdelivery;
}

/** What somebody else does at the moment of a call, if it can be done then. */
export interface Meddling {
  readonly api: ApiName;
  /** Counted from 1 for each API. */
  readonly number: number;
  readonly phase: 'before' | 'after';
  readonly act: (sandbox: HuaweiSandbox) => void;
}

/** What goes wrong in one run of a scenario; nothing by default. */
export interface Trouble {
  readonly crashAt?: CrashAt;
  /** Faults of the sandbox's world. */
  readonly faults?: readonly unknown[];
  readonly silence?: Silence;
  readonly misdelivery?: Misdelivery;
  readonly meddling?: Meddling;
  /** Puts doubles in place, before anything is dropped. */
  readonly doubles?: (app: InProcess) => void;
  readonly provider?: Between['provider'];
}

/** A port call of a run, and which function made it. */
export interface PlacedPoint extends CrashPoint {
  readonly function: string;
}

/** What a run came to. */
export interface Ended {
  readonly points: readonly PlacedPoint[];
  readonly calls: readonly HuaweiCall[];
  /** Uploads and messages that were delivered. */
  readonly deliveries: number;
  /** Violations of what must hold after any run; empty when all is well. */
  readonly wrong: readonly string[];
  /** How the jobs ended, and how many rows were renewed and left to a person. */
  readonly status: string;
}

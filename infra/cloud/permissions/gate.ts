import { isAllowed, type Need, type Statement } from './permissions.ts';

/** A call a function made to the cloud, or that the cloud made with the function's role. */
export interface AwsCall {
  /** The function's name. */
  readonly function: string;
  /** As in IAM actions: `s3`, `sqs`, `dynamodb`, `secretsmanager`, `sns`. */
  readonly service: string;
  /** The IAM action, for instance `s3:GetObject`. */
  readonly action: string;
  readonly resource: string;
  /** Whether the function's role in the template allows it. If not, it was answered AccessDenied. */
  readonly allowed: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Someone who calls with an access key of their own. */
export interface Caller {
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** The access key that may do everything and whose calls are not recorded. */
export const ADMIN_KEY = 'admin';

/** Calls kept at most; the older half goes when they are reached. */
const CALLS_KEPT = 50_000;

/** Judges every call by the role of its caller and keeps a record. */
export class Gate {
  readonly #callers = new Map<string, Caller>();
  readonly #listener: (call: AwsCall) => void;
  #calls: AwsCall[] = [];

  /** `listener` hears of each call before it is carried out. */
  constructor(listener: (call: AwsCall) => void) {
    this.#listener = listener;
  }

  addCaller(accessKey: string, caller: Caller): void {
    this.#callers.set(accessKey, caller);
  }

  calls(): readonly AwsCall[] {
    return [...this.#calls];
  }

  /** The first need the caller's role does not allow, or null when all may be done. */
  refuse(accessKey: string | undefined, needs: readonly Need[]): Need | null {
    if (accessKey === ADMIN_KEY) return null;
    const caller = this.#callers.get(accessKey ?? '') ?? { name: 'unknown', statements: [] };
    let refused: Need | null = null;
    for (const need of needs) {
      if (!this.#record(caller, need)) refused ??= need;
    }
    return refused;
  }

  /** What a caller's role holds. */
  statementsOf(accessKey: string): readonly Statement[] {
    return this.#callers.get(accessKey)?.statements ?? [];
  }

  #record(caller: Caller, need: Need): boolean {
    const allowed = isAllowed(caller.statements, need);
    const [service = ''] = need.action.split(':');
    const call = { function: caller.name, service, ...need, allowed, at: Date.now() };
    if (this.#calls.length >= CALLS_KEPT) this.#calls = this.#calls.slice(CALLS_KEPT / 2);
    this.#calls.push(call);
    this.#listener(call);
    return allowed;
  }
}

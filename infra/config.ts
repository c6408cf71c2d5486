/**
 * The clocks of a run (vocabulary, section 6). The first five must each be longer than the one before, or a
 * piece of work could be taken over while the first worker still acts on it.
 */
export interface Timers {
  /** One call to the provider. */
  readonly httpSeconds: number;
  /** What a function keeps back before its end, for writing down its last result. */
  readonly keptBackSeconds: number;
  /** A function's run. */
  readonly functionSeconds: number;
  /** For how long a worker owns a chunk after its last intent. */
  readonly leaseSeconds: number;
  /** For how long a queue hides a message that is being worked on. */
  readonly visibilitySeconds: number;
  /** After an unclear renew answer: when nothing of it can be in flight any more. */
  readonly settleSeconds: number;
  /** How late a read of the provider may show what has happened: for so long an order is looked for. */
  readonly lagSeconds: number;
  /** Between two ticks, in minutes. */
  readonly tickMinutes: number;
}

/** What may differ between stages. */
export interface StageSettings {
  readonly timers: Timers;
  /** Which accounts it renews for; none is in two stages. */
  readonly accountsFile: string;
  /** Secrets are named `<prefix>/<account>`; no stage's prefix may be another's or begin with it. */
  readonly secretPrefix: string;
  /**
   * Secrets of those functions that only look at the provider are named `<prefix>/<account>`, too, and their
   * keys need not be able to order; null: they use the same.
   */
  readonly readingSecretPrefix: string | null;
  /** Who makes the secrets of accounts. By hand for more accounts than fit in a stack. */
  readonly secretsMade: 'by the stack' | 'by hand';
  /** Whether policies for finance and operations are made, to be given to people's own roles. */
  readonly peoplePolicies: 'made' | 'none';
  /** The table to take up that an earlier stack left or that was restored; null: one of its own. */
  readonly existingTable: string | null;
  /**
   * The bucket to take up that an earlier stack left; null: one of its own. Whom it tells of files is set by
   * hand (output `BucketNotifications`).
   */
  readonly existingBucket: string | null;
  /** Who gets the alarms by mail; each address has to confirm once. */
  readonly alarmEmails: readonly string[];
  /** Who is told of every job by mail; each address has to confirm once. */
  readonly noticeEmails: readonly string[];
}

/** Every stage that can be deployed, by its name. */
export const stages = {
  production: {
    timers: {
      httpSeconds: 20,
      keptBackSeconds: 30,
      functionSeconds: 120,
      leaseSeconds: 180,
      // Six times the function's time, as Lambda asks of a queue that feeds it.
      visibilitySeconds: 720,
      settleSeconds: 60,
      lagSeconds: 1800,
      tickMinutes: 5,
    },
    accountsFile: 'infra/accounts.json',
    secretPrefix: 'renewsheet',
    readingSecretPrefix: null,
    secretsMade: 'by the stack',
    peoplePolicies: 'none',
    existingTable: null,
    existingBucket: null,
    alarmEmails: [],
    noticeEmails: [],
  },
} as const satisfies Readonly<Record<string, StageSettings>>;

/**
 * The clocks before our own sandbox, which shows everything at once unless it is told otherwise: a job
 * need not wait half an hour there for an order that may show late.
 */
export function sandboxTimers(timers: Timers = stages.production.timers): Timers {
  return { ...timers, lagSeconds: Math.min(30, timers.lagSeconds) };
}

/** The name of a stage. */
export type Stage = keyof typeof stages;

/** Whether there is a stage of that name. */
export function isStage(name: unknown): name is Stage {
  return typeof name === 'string' && Object.hasOwn(stages, name);
}

const ORDER = [
  'httpSeconds',
  'keptBackSeconds',
  'functionSeconds',
  'leaseSeconds',
  'visibilitySeconds',
] as const;

/**
 * Returns the timers when they can be used. Throws a `RangeError` naming the two that are in the wrong order, or
 * the one that is no whole number from 1 up.
 */
export function checkTimers(timers: Timers): Timers {
  for (const [name, value] of Object.entries(timers)) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(`The timer ${name} must be a whole number above 0, not ${value}.`);
    }
  }
  for (const [index, longer] of ORDER.slice(1).entries()) {
    checkLonger(timers, ORDER[index]!, longer);
  }
  checkLonger(timers, 'httpSeconds', 'settleSeconds');
  return timers;
}

function checkLonger(timers: Timers, shorter: keyof Timers, longer: keyof Timers): void {
  if (timers[longer] > timers[shorter]) return;
  throw new RangeError(
    `The timer ${longer} (${timers[longer]}) must be longer than ${shorter} (${timers[shorter]}).`,
  );
}

/** The one sentence that says what nobody is told of for want of an address; null: there are some. */
export function nobodyHears({
  alarmEmails,
  noticeEmails,
}: Pick<StageSettings, 'alarmEmails' | 'noticeEmails'>): string | null {
  const without = [
    ...(alarmEmails.length === 0 ? ['alarms (alarmEmails)'] : []),
    ...(noticeEmails.length === 0 ? ['jobs (noticeEmails)'] : []),
  ];
  if (without.length === 0) return null;
  return `No mail tells anybody of ${without.join(' or ')}: set addresses in infra/config.ts, or subscribe to the topics that the stack puts out.`;
}

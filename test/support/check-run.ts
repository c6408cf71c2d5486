import { type CheckEnd, checkQuote } from '../../functions/check-quote/check-quote.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { Quote } from '../../shared/jobs/quote.ts';
import type { Survey } from '../../shared/survey/survey.ts';
import { type CheckAnswer, readCheckAnswer } from '../../shared/messages/check-answer.ts';
import type { Upload } from '../../shared/messages/upload-event.ts';
import type { ResourceDesk } from '../../shared/ports/provider.ts';
import { openClient } from '../../shared/providers/huawei/client.ts';
import { openHuaweiDesk } from '../../shared/providers/huawei/open-desk.ts';
import type { CheckReport } from '../../shared/workbook/check/check-report.ts';
import { memoryAccounts, memoryJournals, memoryOrders } from './memory-stores.ts';
import { sandboxOnClock } from './sandbox-on-clock.ts';
import { type Reason } from '../../shared/reasons/reason.ts';

/** What a test wants to be different. */
export interface CheckPlan {
  readonly settings?: Partial<Account>;
  readonly accounts?: ReturnType<typeof memoryAccounts>;
  readonly journals?: ReturnType<typeof memoryJournals>;
  readonly memory?: ReturnType<typeof memoryOrders>;
  /** Pieces that each run has time for; all of them by default. */
  readonly pieces?: number;
  readonly lastTry?: boolean;
  readonly folder?: string;
  readonly reading?: { readonly reason: Reason; readonly quote: Quote | null };
  readonly prepare?: (sandbox: HuaweiSandbox) => void;
}

/** A dry run against a sandbox on a fake clock, and what may be asked of it. */
export interface CheckRun {
  readonly sandbox: HuaweiSandbox;
  readonly end: CheckEnd;
  /** How many runs of the function it took. */
  readonly runs: number;
  readonly report: CheckReport;
  readonly fresh: Survey | null;
  readonly answer: CheckAnswer | null;
  /** Keys written, in order. */
  readonly written: readonly string[];
}

const UPLOAD: Upload = {
  source: {
    bucket: 'quotes',
    key: 'check/main/quote.xlsx',
    versionId: 'v1',
    eTag: '',
    sequencer: '',
  },
  droppedAt: Date.parse('2026-12-01T02:00:00Z'),
  droppedBy: 'finance',
};

/** Checks a quote, going on as often as the function's time is over. */
export async function runCheck(
  world: Readonly<Record<string, unknown>> & { readonly resources: readonly unknown[] },
  quote: Quote,
  plan: CheckPlan = {},
): Promise<CheckRun> {
  const { clock, sandbox, account, adapter } = await sandboxOnClock(world, plan.settings);
  const objects = new Map<string, Uint8Array>();
  const reports: CheckReport[] = [];
  const surveys: Survey[] = [];
  const desk = async (): Promise<ResourceDesk> =>
    await Promise.resolve(openHuaweiDesk({ account, client: openClient(adapter) }));
  const upload = { ...UPLOAD, source: { ...UPLOAD.source, key: plan.folder ?? UPLOAD.source.key } };
  try {
    plan.prepare?.(sandbox);
    let runs = 0;
    let end: CheckEnd;
    do {
      runs += 1;
      const before = objects.size;
      end = await checkQuote(
        upload,
        {
          desk,
          clock: clock.read,
          settings: [account],
          accounts: plan.accounts ?? memoryAccounts(),
          journals: plan.journals ?? memoryJournals(),
          memory: plan.memory ?? memoryOrders(),
          outOfTime: () => objects.size - before >= (plan.pieces ?? Infinity),
          log: { info: () => undefined, warn: () => undefined },
          readQuote: async () =>
            await Promise.resolve(
              plan.reading === undefined
                ? ({ kind: 'quote', quote } as const)
                : ({ kind: 'rejected', ...plan.reading } as const),
            ),
          writeCheck: async (report) => {
            reports.push(report);
            return await Promise.resolve(new Uint8Array());
          },
          writeRepriced: async ({ survey }) => {
            surveys.push(survey);
            return await Promise.resolve(new Uint8Array());
          },
          files: {
            readSource: async () =>
              await Promise.resolve({ kind: 'read' as const, bytes: new Uint8Array() }),
            read: async (key) => await Promise.resolve(objects.get(key) ?? null),
            write: async (key, body) => {
              objects.set(key, body);
              await Promise.resolve();
            },
          },
        },
        plan.lastTry ?? false,
      );
    } while (end.kind === 'continue');
    const stored = [...objects].find(([key]) => key.endsWith('/answer.json'));
    return {
      sandbox,
      end,
      runs,
      report: reports.at(-1)!,
      fresh: surveys.at(-1) ?? null,
      answer: stored === undefined ? null : readCheckAnswer(stored[1]),
      written: [...objects.keys()],
    };
  } finally {
    await sandbox.close();
  }
}

import type { AlibabaCallMoment } from '../../infra/sandboxes/alibaba/sandbox.ts';
import type { HuaweiCallMoment } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Seeded } from './seeded.ts';

/** A moment of a call at either provider. */
export type ProviderMoment = HuaweiCallMoment | AlibabaCallMoment;

/** A moment at which all processes of a function die, whatever each of them is doing. */
export type KillPoint =
  | {
      readonly function: 'Intake' | 'FinishJob' | 'Tick';
      /** Just before its so many-th AWS call from now on is carried out. */
      readonly awsCall: number;
    }
  | {
      readonly function: 'RenewChunk';
      /** While a call of this API is at the provider of some account. */
      readonly api: ProviderMoment['api'];
      readonly phase: ProviderMoment['phase'];
    };

/**
 * How many points of a function, and in how many of its AWS calls. An upload is given up for dead
 * after five deliveries, and a chunk that was killed is taken up only after its lease.
 */
const SPREAD = { Intake: [2, 40], FinishJob: [4, 40], Tick: [3, 24] } as const;
const RENEW_POINTS = 2;
const APIS = ['renew', 'pay', 'price', 'query', 'orderDetails'] as const;
/** Of the provider that is paid by one call: one point of its own, for it has fewer accounts. */
const PURCHASE_APIS = ['ecsRenew', 'ecsPrice', 'bssInstances', 'bssOrder', 'bssOrders'] as const;
const PHASES = ['before', 'after'] as const;

/** Points for one batch of accounts. */
export function killPoints(dice: Seeded): KillPoint[] {
  const counted = (['Intake', 'FinishJob', 'Tick'] as const).flatMap((name) => {
    const [count, range] = SPREAD[name];
    const share = range / count;
    return Array.from({ length: count }, (_, index) => ({
      function: name,
      awsCall: 1 + index * share + dice.below(share),
    }));
  });
  const atProvider = [...Array.from({ length: RENEW_POINTS }, () => APIS), PURCHASE_APIS].map(
    (apis) => ({
      function: 'RenewChunk' as const,
      api: dice.pick<ProviderMoment['api']>(apis),
      phase: dice.pick(PHASES),
    }),
  );
  return [...counted, ...atProvider];
}

/** In words, for the test's output. */
export function pointText(point: KillPoint): string {
  return 'awsCall' in point
    ? `${point.function} at AWS call ${point.awsCall}`
    : `RenewChunk ${point.phase} ${point.api}`;
}

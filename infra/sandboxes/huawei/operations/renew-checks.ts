import { extendExpiry } from '../resources/extend-expiry.ts';
import { lockSeen } from '../orders/lock.ts';
import { expiryOf } from '../../frame/world/expiry.ts';
import { statusAt, type Resource } from '../resources/resource.ts';
import type { SandboxState } from '../state.ts';
import type { PlantedError } from '../../frame/world/planted-error.ts';
import type { RenewalRequest } from './renewal-request.ts';

/** Why one resource cannot be renewed. */
export interface RenewFailure {
  readonly resourceId: string;
  readonly error: PlantedError;
}

/** One check of one resource; `known` is undefined for an id the account does not have. */
type Check = (
  state: SandboxState,
  known: Resource | undefined,
  request: RenewalRequest,
  now: number,
) => PlantedError | undefined;

const isMain: Check = (_state, known) =>
  known !== undefined && known.main !== null ? 'CBC.30010036' : undefined;

const exists: Check = (state, known, _request, now) =>
  known === undefined || statusAt(known, state.behaviour, now) === 'gone'
    ? 'CBC.99003016'
    : undefined;

const planted: Check = (_state, known) => known?.errors.renew;

const renewable: Check = (_state, known) => {
  if (known?.provisioned === false) return 'CBC.99003005';
  return known?.renewable === false ? 'CBC.99003006' : undefined;
};

const wholePackage: Check = (state, known, { resourceIds }) => {
  if (known?.package === undefined) return undefined;
  const members = [...state.resources.values()].filter(
    (one) => one.main === null && one.package === known.package,
  );
  const asked = new Set(resourceIds);
  const whole = members.length === asked.size && members.every(({ id }) => asked.has(id));
  return whole ? undefined : 'CBC.99003634';
};

const unheld: Check = (state, known, _request, now) => {
  const held = known && lockSeen(state, known.id, 'renew', now);
  if (held === undefined) return undefined;
  return held === 'unpaid' ? 'CBC.99003100' : 'CBC.99003144';
};

const offered: Check = (_state, known, { periodType }) =>
  (periodType === 2 ? known?.prices.month : known?.prices.year) === null
    ? 'CBC.30010069'
    : undefined;

const YEAR = 366 * 86_400_000;

const withinMaximum: Check = (state, known, { periodType, periodNum }, now) => {
  if (known === undefined) return undefined;
  const { behaviour } = state;
  const later = extendExpiry(expiryOf(known), periodType, periodNum, behaviour);
  return later > now + behaviour.maxYears * YEAR ? 'CBC.99003154' : undefined;
};

/** In the order of the Huawei contract, section 14; planted errors come once the id is known. */
const CHECKS: readonly Check[] = [
  isMain,
  exists,
  planted,
  renewable,
  wholePackage,
  unheld,
  offered,
  withinMaximum,
];

/**
 * What is wrong with the request's resources. All or nothing (`firstOnly`): the resources that fail
 * the first failing check, with one code. Otherwise each resource with the first check it fails.
 */
export function failuresOf(
  state: SandboxState,
  request: RenewalRequest,
  now: number,
  firstOnly: boolean,
): RenewFailure[] {
  const failed = new Map<string, PlantedError>();
  for (const check of CHECKS) {
    for (const resourceId of request.resourceIds) {
      const error = check(state, state.resources.get(resourceId), request, now);
      if (error !== undefined && !failed.has(resourceId)) failed.set(resourceId, error);
    }
    if (firstOnly && failed.size > 0) break;
  }
  return [...failed].map(([resourceId, error]) => ({ resourceId, error }));
}

import { refuse, type Answer, type Operation } from '../gateway/answer.ts';
import { statusAt, type Resource } from '../resources/resource.ts';
import type { SandboxState } from '../state.ts';

const AUTO_RENEW = 3;
const GRACE = 0;

function setPolicy(state: SandboxState, resource: Resource, policy: number): Answer {
  for (const id of [resource.id, ...resource.attached]) {
    const one = state.resources.get(id);
    if (one !== undefined) one.expirePolicy = policy;
  }
  return { status: 204 };
}

function refusalOf(
  state: SandboxState,
  resource: Resource | undefined,
  now: number,
): string | undefined {
  if (resource?.main !== null) return 'CBC.99003012';
  return statusAt(resource, state.behaviour, now) === 2 ? undefined : 'CBC.99003602';
}

/** Switches auto-renewal on (Huawei contract, section 7); attached resources follow. */
export const autoRenewOn: Operation = (state, { pathId, now }) => {
  const resource = state.resources.get(pathId ?? '');
  const code = refusalOf(state, resource, now);
  if (code !== undefined) return refuse(state, 'autoRenewOn', code);
  return setPolicy(state, resource!, AUTO_RENEW);
};

/** Switches auto-renewal off. */
export const autoRenewOff: Operation = (state, { pathId, now }) => {
  const resource = state.resources.get(pathId ?? '');
  const code = refusalOf(state, resource, now);
  if (code !== undefined) return refuse(state, 'autoRenewOff', code);
  if (resource!.expirePolicy !== AUTO_RENEW) {
    return refuse(state, 'autoRenewOff', 'CBC.99003605');
  }
  return setPolicy(state, resource!, GRACE);
};

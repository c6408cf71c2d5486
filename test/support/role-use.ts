import type { Statement } from '../../infra/cloud/permissions/permissions.ts';
import { type Call, permits, type PolicyJson } from './iam-simulator.ts';

/** As the calls stand to a role. */
export interface RoleUse {
  /** Calls that a simulator of IAM does not find allowed: "s3:GetObject arn:aws:s3:::...". */
  readonly missing: readonly string[];
  /** What the role allows and no call needed: "ReadJobs s3:GetObjectVersion arn:aws:s3:::.../jobs/*". */
  readonly unused: readonly string[];
}

function policyOf(statements: readonly Statement[]): PolicyJson {
  const Statement = statements.map(({ effect, actions, resources }) => ({
    Effect: effect,
    Action: actions,
    Resource: resources,
  }));
  return { Version: '2012-10-17', Statement };
}

/** Holds the calls that a function made against what its role allows, both ways. */
export async function useOfRole(
  statements: readonly Statement[],
  calls: readonly Call[],
): Promise<RoleUse> {
  const made = [...new Map(calls.map((call) => [textOf(call), call])).values()];
  const missing: string[] = [];
  for (const call of made)
    if (!(await permits(policyOf(statements), call))) missing.push(textOf(call));
  const unused: string[] = [];
  for (const { name, part } of statements.flatMap(partsOf)) {
    if (!(await anyAllowed(part, made))) unused.push(name);
  }
  return { missing, unused };
}

function textOf({ action, resource }: Call): string {
  return `${action} ${resource}`;
}

/** One statement for each action on each resource, with the name by which it is told of. */
function partsOf({ sid = '', actions, resources, ...rest }: Statement) {
  return actions.flatMap((action) =>
    resources.map((resource) => ({
      name: `${sid} ${action} ${resource}`,
      part: { ...rest, actions: [action], resources: [resource] },
    })),
  );
}

async function anyAllowed(part: Statement, calls: readonly Call[]): Promise<boolean> {
  const [action] = part.actions;
  for (const call of calls)
    if (call.action === action && (await permits(policyOf([part]), call))) return true;
  return false;
}

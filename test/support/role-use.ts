import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { AwsCall } from '../../infra/cloud/permissions/gate.ts';
import type { Statement } from '../../infra/cloud/permissions/permissions.ts';
import { LOCAL_ACCOUNT } from '../../infra/cloud/template/resource-types.ts';

/** A call that is judged. */
export type Call = Pick<AwsCall, 'action' | 'resource'>;

/** As the calls stand to a role. */
export interface RoleUse {
  /** Calls that a simulator of IAM does not find allowed: "s3:GetObject arn:aws:s3:::...". */
  readonly missing: readonly string[];
  /** What the role allows and no call needed: "ReadJobs s3:GetObjectVersion arn:aws:s3:::.../jobs/*". */
  readonly unused: readonly string[];
}

/** Whether the statements allow the call. Throws where it is none that AWS knows, or on a wrong kind of resource. */
async function allows(statements: readonly Statement[], call: Call): Promise<boolean> {
  const { action, resource } = call;
  const answer = await runSimulation(
    {
      request: {
        principal: `arn:aws:sts::${LOCAL_ACCOUNT}:assumed-role/function/instance`,
        action,
        resource: { resource, accountId: LOCAL_ACCOUNT },
        contextVariables: {},
      },
      identityPolicies: [{ name: 'role', policy: policyOf(statements) }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType !== 'error') return answer.overallResult === 'Allowed';
  throw new Error(`${action} ${resource}: ${JSON.stringify(answer.errors)}`);
}

function policyOf(statements: readonly Statement[]): object {
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
  for (const call of made) if (!(await allows(statements, call))) missing.push(textOf(call));
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
  for (const call of calls) if (call.action === action && (await allows([part], call))) return true;
  return false;
}

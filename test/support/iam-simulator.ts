import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { AwsCall } from '../../infra/cloud/permissions/gate.ts';
import { LOCAL_ACCOUNT } from '../../infra/cloud/template/resource-types.ts';

/** A call that is judged. */
export type Call = Pick<AwsCall, 'action' | 'resource'>;

/** A policy as IAM has it. */
export interface PolicyJson {
  readonly Version: string;
  readonly Statement: unknown;
}

/**
 * Whether somebody who has just this policy may make the call. `context`: condition keys and their values.
 * Throws where it is no call that AWS knows, or on a wrong kind of resource.
 */
export async function permits(
  policy: PolicyJson,
  { action, resource }: Call,
  context: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const answer = await runSimulation(
    {
      request: {
        principal: `arn:aws:sts::${LOCAL_ACCOUNT}:assumed-role/somebody/session`,
        action,
        resource: { resource, accountId: LOCAL_ACCOUNT },
        contextVariables: context,
      },
      identityPolicies: [{ name: 'policy', policy }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType !== 'error') return answer.overallResult === 'Allowed';
  throw new Error(`${action} ${resource}: ${JSON.stringify(answer.errors)}`);
}

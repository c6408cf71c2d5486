import { describe, expect, test } from 'vitest';
import { MOST_RESOURCES } from '../../infra/stacks/stack-size.ts';
import { accountsNamed, productionStack, Synthesized } from './synthesized.ts';

// The CDK's own check of a template takes longer than all the rest; these stacks are not deployed.
process.env['CDK_VALIDATION'] = 'false';

/** Bytes of a template (quotas of the AWS CloudFormation User Guide). */
const MOST_BYTES = 1_048_576;
/** Characters of all inline policies of a role, white space left out (quotas of the IAM User Guide). */
const MOST_POLICY = 10_240;

function accounts(count: number) {
  return accountsNamed(...Array.from({ length: count }, (_, index) => `account-${index}`));
}

function expectWithinLimits({ json }: Synthesized): void {
  expect(Object.keys(json.Resources).length).toBeLessThanOrEqual(MOST_RESOURCES);
  expect(JSON.stringify(json).length).toBeLessThan(MOST_BYTES);
  for (const { Type, Properties } of Object.values(json.Resources)) {
    if (Type !== 'AWS::IAM::Role') continue;
    expect(JSON.stringify(Properties['Policies'] ?? []).length).toBeLessThan(MOST_POLICY);
  }
}

describe('the template', () => {
  test('takes two hundred accounts with a secret and a schedule each', () => {
    const scheduled = accounts(200).map((account) => ({
      ...account,
      export: { ...account.export, schedule: 'cron(0 8 ? * MON *)' },
    }));
    const two = new Synthesized(productionStack({ accounts: scheduled }));

    expect(two.all('AWS::SecretsManager::Secret')).toHaveLength(200);
    expect(two.all('AWS::Scheduler::Schedule')).toHaveLength(201);
    expectWithinLimits(two);
  });

  test('takes a thousand accounts whose secrets are made by hand', () => {
    const many = new Synthesized(
      productionStack({ accounts: accounts(1000), secretsMade: 'by hand' }),
    );

    expect(many.all('AWS::SecretsManager::Secret')).toEqual([]);
    expectWithinLimits(many);
    expect(
      many.one('AWS::Lambda::EventSourceMapping', 'WorkersOnChunk').Properties['ScalingConfig'],
    ).toEqual({ MaximumConcurrency: 1000 });
  });

  test('takes no mapping beyond what Lambda does', () => {
    const more = new Synthesized(
      productionStack({ accounts: accounts(1200), secretsMade: 'by hand' }),
    );

    expect(
      more.one('AWS::Lambda::EventSourceMapping', 'WorkersOnChunk').Properties['ScalingConfig'],
    ).toEqual({ MaximumConcurrency: 1000 });
  });

  test('refuses more secrets than fit before CloudFormation does, and says what to do', () => {
    expect(() => productionStack({ accounts: accounts(1000) })).toThrow(
      /would have 1\d{3} resources and CloudFormation takes 500: .*'by hand', or divide the accounts/u,
    );
  });
});

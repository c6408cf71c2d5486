import { AwsSolutionsChecks } from 'cdk-nag';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Stack, type Validations } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { productionStack } from './synthesized.ts';

test('the rule pack finds nothing that is not acknowledged beside its resource', () => {
  const stack = productionStack();

  const { violations } = new AwsSolutionsChecks(stack).validateScope(stack);

  expect(violations).toEqual([]);
});

test('the rule pack would find something', () => {
  const careless = new Stack();
  new Bucket(careless, 'Careless');

  const { violations } = new AwsSolutionsChecks(careless).validateScope(careless);

  expect(violations.map(({ ruleName }) => ruleName)).toContain('AwsSolutions-S1');
});

test('nothing is acknowledged for the stack as a whole', () => {
  const stack = productionStack();

  const types = stack.node.metadata.map(({ type }) => type);

  expect(types).not.toContain('aws:cdk:acknowledged-rules' satisfies RulesKey);
});

type RulesKey = typeof Validations.ACKNOWLEDGED_RULES_METADATA_KEY;

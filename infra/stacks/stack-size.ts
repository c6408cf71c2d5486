import { CfnResource, type Stack } from 'aws-cdk-lib/core';

/** What CloudFormation takes in one stack (quotas of the AWS CloudFormation User Guide). */
export const MOST_RESOURCES = 500;

/**
 * Throws a `RangeError` that says what to do where the stack has more resources than CloudFormation
 * takes. What grows with the accounts is a secret for each and a schedule for each that has one.
 */
export function checkSize(stack: Stack): void {
  const count = stack.node.findAll().filter((part) => CfnResource.isCfnResource(part)).length;
  if (count <= MOST_RESOURCES) return;
  throw new RangeError(
    `The stack ${stack.stackName} would have ${count} resources and CloudFormation takes ${MOST_RESOURCES}: in infra/config.ts set secretsMade to 'by hand', or divide the accounts over several stages.`,
  );
}

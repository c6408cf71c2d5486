import { LOCAL_ACCOUNT, LOCAL_REGION } from '../../../infra/cloud/template/resource-types.ts';
import { Refused, type Xml } from './query-answer.ts';
import type { Change, Stack } from './stack.ts';

/** How the ARNs of stacks and change sets begin. */
export const PREFIX = `arn:aws:cloudformation:${LOCAL_REGION}:${LOCAL_ACCOUNT}`;

/** A stack, as DescribeStacks tells of it. */
export function told(stack: Stack): Xml {
  return {
    StackId: stack.id,
    StackName: stack.name,
    StackStatus: stack.status,
    StackStatusReason: stack.reason,
    CreationTime: new Date().toISOString(),
    EnableTerminationProtection: stack.isProtected,
    DisableRollback: false,
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    Parameters: stack.parameters,
    Tags: stack.tags,
    Outputs: Object.entries(stack.outputs).map(([OutputKey, OutputValue]) => ({
      OutputKey,
      OutputValue,
    })),
  };
}

/** What happened to it, the newest first. */
export function eventsOf({ name, id, events }: Stack): Xml {
  return events.toReversed().map((event) => ({
    StackId: id,
    StackName: name,
    EventId: event.id,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: event.at,
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
  }));
}

/** What it has. */
export function resourcesOf(action: string, { resources }: Stack): Xml {
  const list = resources.map(({ logicalId, name, type }) => ({
    LogicalResourceId: logicalId,
    PhysicalResourceId: name,
    ResourceType: type,
    ResourceStatus: 'CREATE_COMPLETE',
    LastUpdatedTimestamp: new Date().toISOString(),
    Timestamp: new Date().toISOString(),
  }));
  return { [action.startsWith('List') ? 'StackResourceSummaries' : 'StackResources']: list };
}

/** Change sets are named, or told apart by an ARN that holds the name. */
export function shortName(name: string): string {
  return /:changeSet\/([^/]+)\//u.exec(name)?.[1] ?? name;
}

/** A change set by its name or ARN. Refuses for one that is not there. */
export function changeIn(stack: Stack, name: string): Change {
  const found = stack.changes.get(shortName(name));
  if (found === undefined)
    throw new Refused(`ChangeSet [${name}] does not exist`, 'ChangeSetNotFound');
  return found;
}

const UNCHANGED =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

/** A change set, as DescribeChangeSet tells of it. */
export function changeSet(stack: Stack, name: string): Xml {
  const { kind, name: ChangeSetName, parameters, tags } = changeIn(stack, name);
  return {
    ChangeSetName,
    ChangeSetId: `${PREFIX}:changeSet/${ChangeSetName}/local`,
    StackId: stack.id,
    StackName: stack.name,
    CreationTime: new Date().toISOString(),
    Status: kind === null ? 'FAILED' : 'CREATE_COMPLETE',
    StatusReason: kind === null ? UNCHANGED : undefined,
    ExecutionStatus: kind === null ? 'UNAVAILABLE' : 'AVAILABLE',
    Parameters: parameters,
    Tags: tags,
    Changes: kind === null ? [] : [{ Type: 'Resource' }],
  };
}

import * as z from 'zod/mini';
import { arn, LOCAL_REGION } from './resource-types.ts';
import type { LocalResource, LocalStack } from './local-stack.ts';
import type { FunctionSpec } from '../functions/function-instance.ts';

/** Where each service listens. */
export interface Endpoints {
  readonly s3: string;
  readonly sqs: string;
  readonly sns: string;
  readonly dynamodb: string;
  readonly secretsManager: string;
  readonly lambda: string;
}

/** A function of the template. */
export interface DescribedFunction {
  readonly logicalId: string;
  readonly roleArn: string;
  readonly spec: FunctionSpec;
}

const functionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Environment: z._default(z.object({ Variables: z.record(z.string(), z.string()) }), {
    Variables: {},
  }),
  Handler: z.string(),
  MemorySize: z._default(z.number(), 128),
  RecursiveLoop: z._default(z.enum(['Allow', 'Terminate']), 'Terminate'),
  ReservedConcurrentExecutions: z._default(z.number(), Infinity),
  Role: z.string(),
  Runtime: z.string().check(z.startsWith('nodejs')),
  Timeout: z._default(z.number(), 3),
});

const laterProperties = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z._default(z.number(), 2),
  MaximumEventAgeInSeconds: z._default(z.number(), 6 * 60 * 60),
});

/** How events are carried out later, by the function's name; Lambda's own figures for all others. */
function laterOf(stack: LocalStack, functionName: string): FunctionSpec['later'] {
  const found = stack
    .ofType('AWS::Lambda::EventInvokeConfig')
    .map(({ properties }) => laterProperties.parse(properties))
    .find((one) => one.FunctionName === functionName);
  const { MaximumRetryAttempts: retries, MaximumEventAgeInSeconds: maxAgeSeconds } =
    found ?? laterProperties.parse({ FunctionName: functionName });
  return { retries, maxAgeSeconds };
}

/** Settings that keep a function on this machine, whatever else it tries to reach. */
function localVariables(endpoints: Endpoints, accessKey: string): Record<string, string> {
  return {
    AWS_REGION: LOCAL_REGION,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsManager,
    // Every other service, so that no call ever leaves: it is answered as unknown.
    AWS_ENDPOINT_URL: endpoints.secretsManager,
  };
}

function describe(
  { logicalId, name, properties }: LocalResource,
  assets: ReadonlyMap<string, string>,
  endpoints: Endpoints,
  later: FunctionSpec['later'],
): DescribedFunction {
  const read = functionProperties.parse(properties);
  const directory = assets.get(read.Code.S3Key);
  if (!directory) throw new Error(`The assembly holds no asset for the function ${logicalId}.`);
  const environment = {
    ...read.Environment.Variables,
    ...localVariables(endpoints, logicalId),
    AWS_EXECUTION_ENV: `AWS_Lambda_${read.Runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(read.MemorySize),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    LAMBDA_TASK_ROOT: directory,
    _HANDLER: read.Handler,
  };
  const spec = {
    functionName: name,
    functionArn: arn('lambda', `function:${name}`),
    memorySize: read.MemorySize,
    directory,
    handler: read.Handler,
    environment,
    timeout: read.Timeout,
    mostInstances: read.ReservedConcurrentExecutions,
    recursiveLoop: read.RecursiveLoop,
    later,
  };
  return { logicalId, roleArn: read.Role, spec };
}

/**
 * The stack's functions. A function's access key is its logical id. Throws for a run time that is
 * not Node or a bundle that is not in the assembly.
 */
export function readFunctions(
  stack: LocalStack,
  assets: ReadonlyMap<string, string>,
  endpoints: Endpoints,
): readonly DescribedFunction[] {
  return stack
    .ofType('AWS::Lambda::Function')
    .map((resource) => describe(resource, assets, endpoints, laterOf(stack, resource.name)));
}

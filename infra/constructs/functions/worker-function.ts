import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import type { Account } from '../../../shared/settings/account.ts';
import { readEnvironment } from '../../../shared/runtime/environment.ts';
import type { Timers } from '../../config.ts';
import { functionCode } from '../code/function-code.ts';
import type { FunctionName } from '../code/function-names.ts';
import type { Grant } from '../grant.ts';
import { MEMORY } from './memory.ts';

/** What all functions of the stack share. */
export interface WorkerSetting {
  /** The finished bundles, by function; null for a template that is only looked at. */
  readonly bundles: string | null;
  readonly accounts: readonly Account[];
  readonly timers: Timers;
}

/** What makes one function this function. */
export interface WorkerFunctionProps<S extends z.ZodMiniType> {
  /** The folder of its code. */
  readonly name: FunctionName;
  /** Its name in AWS where people type it; else CloudFormation makes one up. */
  readonly functionName?: string;
  readonly description: string;
  /** Its own schema, so that a variable it needs and does not get is an error of the compiler. */
  readonly variables: S;
  readonly environment: z.input<S> & Readonly<Record<string, string>>;
  readonly grants: readonly Grant[];
  /**
   * What ends a chain in which it feeds itself; Lambda is told to let such chains be. Without a bound of
   * our own Lambda stops them, after about 16 runs.
   */
  readonly ownBound?: string;
}

/** A function with a role and a log group of its own. */
export class WorkerFunction<S extends z.ZodMiniType> extends Construct {
  /** The folder of its code. */
  readonly name: FunctionName;
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: WorkerFunctionProps<S> & WorkerSetting) {
    super(scope, id);
    this.name = props.name;
    // The types say that all variables are there; this says that their values can be read, too.
    readEnvironment(props.variables, props.environment);
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const { functionName } = props;
    this.function = new LambdaFunction(this, 'Function', {
      ...(functionName === undefined ? {} : { functionName }),
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: functionCode(props.name, props),
      memorySize: MEMORY[props.name].has,
      recursiveLoop: props.ownBound === undefined ? RecursiveLoop.TERMINATE : RecursiveLoop.ALLOW,
      timeout: Duration.seconds(props.timers.functionSeconds),
      environment: { ...props.environment, NODE_OPTIONS: '--enable-source-maps' },
      role: this.#role(props.grants),
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
    });
  }

  #role(grants: readonly Grant[]): Role {
    const writeLogs = new PolicyStatement({
      sid: 'WriteLogs',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.logGroup.logGroupArn],
    });
    // Inside the role, not attached later: no function and no mapping ever starts without them.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        work: new PolicyDocument({
          statements: [...grants.map(({ statement }) => statement), writeLogs],
        }),
      },
    });
    Validations.of(role).acknowledge(...grants.flatMap(({ acknowledged }) => acknowledged));
    return role;
  }
}

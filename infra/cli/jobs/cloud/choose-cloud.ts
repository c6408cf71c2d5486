import { existsSync } from 'node:fs';
import type { LambdaClientConfig } from '@aws-sdk/client-lambda';
import { dataFolder } from '../../dev/folder/data-folder.ts';
import { DEFAULT_DATA } from '../../dev/dev-command.ts';
import { readRunningCloud } from '../../dev/folder/running-cloud-file.ts';
import { UserMistake } from '../../terminal/user-mistake.ts';
import { asTyped, userPath } from '../../terminal/user-path.ts';
import type { WantedCloud } from '../jobs-command.ts';

/** Where the jobs are that a command is about. */
export interface ChosenCloud {
  readonly kind: 'aws' | 'local';
  /** For people: which cloud this is. */
  readonly place: string;
  readonly functionName: string;
  readonly client: LambdaClientConfig;
}

/** The function `operate` of a deployment that was not renamed. */
const DEPLOYED = 'renewsheet-production-operate';

/**
 * Finds the cloud. Where nothing was said, it is the local cloud in `usual` while that runs, else
 * AWS; one that was killed there is told and not passed over, for whoever works with it would
 * otherwise reach the deployed jobs. Throws {@link UserMistake} where the local cloud does not run.
 */
export function chooseCloud(wanted: WantedCloud, usual: string = DEFAULT_DATA): ChosenCloud {
  switch (wanted.kind) {
    case 'aws':
      return deployed(wanted);
    case 'local':
      return local(wanted.data === null ? usual : userPath(wanted.data));
    case 'any':
      break;
  }
  if (!existsSync(dataFolder(usual).running)) {
    return deployed({ profile: null, region: null, functionName: null });
  }
  const found = readRunningCloud(usual);
  if (found.kind === 'running') return local(usual);
  throw new UserMistake(`${found.problem} Or ask AWS with --region or --profile.`);
}

function deployed({
  profile,
  region,
  functionName,
}: Omit<Extract<WantedCloud, { kind: 'aws' }>, 'kind'>): ChosenCloud {
  const name = functionName ?? DEPLOYED;
  const client = {
    ...(profile === null ? {} : { profile }),
    ...(region === null ? {} : { region }),
  };
  return { kind: 'aws', place: `${name} on AWS`, functionName: name, client };
}

function local(data: string): ChosenCloud {
  const found = readRunningCloud(data);
  if (found.kind === 'none') throw new UserMistake(found.problem);
  const { region, credentials, endpoints, functions } = found.cloud;
  const { operate } = functions;
  if (operate === undefined) {
    throw new UserMistake(`${data} runs another version: start it anew with npm run dev.`);
  }
  return {
    kind: 'local',
    place: `the local cloud in ${asTyped(data)}`,
    functionName: operate,
    client: { region, credentials, endpoint: endpoints.lambda },
  };
}

import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { OperateEvent } from '../../../../shared/messages/operate-event.ts';
import { firstSentence } from '../../terminal/first-sentence.ts';
import type { ChosenCloud } from './choose-cloud.ts';

/** Nothing was sent, so nothing can have happened. */
const NOT_SENT = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/u;
/** The function may have worked on it. */
const LOST = /^(?:TimeoutError|ECONNRESET|EPIPE)$|socket hang up/u;

/** Why no answer came, and what to do, in a line or two sentences without a line break. */
export async function askProblem(
  error: unknown,
  event: OperateEvent,
  cloud: ChosenCloud,
  client: LambdaClient,
): Promise<string> {
  const { name = '', message = '', code = '' } = error as Partial<Error> & { code?: string };
  if ([name, code, message].some((word) => LOST.test(word))) return lost(event, cloud);
  if (cloud.kind === 'local') {
    if (NOT_SENT.test(code)) return `No answer from ${cloud.place}: is npm run dev up?`;
    return `No answer from ${cloud.place}: ${oneLine(message || name)}`;
  }
  const region = await regionOf(client);
  if (region === null && message !== 'Region is missing') {
    return `This AWS region cannot be used: ${oneLine(message)}`;
  }
  if (region === null) {
    return 'It is not said in which AWS region: give --region, or set AWS_REGION or the profile.';
  }
  if (NOT_SENT.test(code)) return `AWS cannot be reached in ${region}: check region and network.`;
  return refusal(name, message, region, cloud);
}

async function regionOf(client: LambdaClient): Promise<string | null> {
  try {
    return await client.config.region();
  } catch {
    return null;
  }
}

function refusal(name: string, message: string, region: string, cloud: ChosenCloud): string {
  switch (name) {
    case 'CredentialsProviderError':
    case 'TokenProviderError':
      return typeof cloud.client.profile === 'string'
        ? `There are no usable AWS credentials in the profile "${cloud.client.profile}": sign in, or name another one.`
        : 'There are no usable AWS credentials: sign in, or name a profile with --profile.';
    case 'ExpiredTokenException':
    case 'ExpiredToken':
      return 'The AWS sign-in has expired: sign in again.';
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'IncompleteSignatureException':
      return 'AWS does not accept these credentials: sign in again, or name a profile with --profile.';
    case 'AccessDeniedException':
      return `These AWS credentials may not invoke ${cloud.functionName} in ${region}: ask for lambda:InvokeFunction on it.`;
    case 'ResourceNotFoundException':
      return `There is no function ${cloud.functionName} in ${region}: name another --region, --profile or --function (the stack's output OperateFunctionName).`;
    default:
      return `AWS does not answer in ${region}: ${oneLine(message || name)}`;
  }
}

function lost(event: OperateEvent, { place }: ChosenCloud): string {
  if (!('by' in event)) return `No answer came from ${place}: try again.`;
  const done = `No answer came from ${place}, so it may or may not have been done`;
  return event.command === 'export'
    ? `${done}: look under exports/${event.account}/ in a few minutes, or ask again; a second export does no harm.`
    : `${done}: look with "status ${event.job}".`;
}

function oneLine(text: string): string {
  return firstSentence(text.replaceAll(/\s+/gu, ' ').trim());
}

import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod/mini';
import {
  type OperateAnswer,
  operateAnswerSchema,
} from '../../../../shared/messages/operate-answer.ts';
import { LOOKS, type OperateEvent } from '../../../../shared/messages/operate-event.ts';
import { UserMistake } from '../../terminal/user-mistake.ts';
import { askProblem } from './ask-problem.ts';
import type { ChosenCloud } from './choose-cloud.ts';
import { jsonOrNull } from '../../terminal/json-or-null.ts';

/** An answer, and the very JSON of it. */
export interface Asked {
  readonly answer: OperateAnswer;
  readonly json: string;
}

/** The function `operate` of one cloud. */
export interface OperateClient {
  /**
   * Asks once; what only looks is asked again where the network fails, an act never is. Throws
   * {@link UserMistake} with what to do where no answer comes.
   */
  readonly ask: (event: OperateEvent, signal?: AbortSignal) => Promise<Asked>;
  readonly close: () => void;
}

/** Longer than the function may run. */
const TIMEOUT_MS = 130_000;

/** Opens the line to a cloud. */
export function openOperate(cloud: ChosenCloud): OperateClient {
  const requestHandler = {
    connectionTimeout: 5000,
    requestTimeout: TIMEOUT_MS,
    throwOnRequestTimeout: true,
  };
  const open = (maxAttempts: number): LambdaClient =>
    new LambdaClient({ ...cloud.client, maxAttempts, requestHandler });
  const looking = open(3);
  const acting = open(1);
  return {
    ask: async (event, signal) => {
      const client = LOOKS.has(event.command) ? looking : acting;
      const command = new InvokeCommand({
        FunctionName: cloud.functionName,
        Payload: JSON.stringify(event),
      });
      let sent;
      try {
        sent = await client.send(command, signal === undefined ? {} : { abortSignal: signal });
      } catch (error) {
        if (signal?.aborted === true) throw error;
        throw new UserMistake(await askProblem(error, event, cloud, client));
      }
      return readAnswer(sent.Payload?.transformToString() ?? '', sent.FunctionError, cloud);
    },
    close: () => {
      looking.destroy();
      acting.destroy();
    },
  };
}

function readAnswer(json: string, fault: string | undefined, { place }: ChosenCloud): Asked {
  if (fault !== undefined) {
    const { errorMessage = fault } = (jsonOrNull(json) ?? {}) as { readonly errorMessage?: string };
    const [line = fault] = errorMessage.split('\n');
    throw new UserMistake(`The function operate failed (${place}); its log says why: ${line}`);
  }
  const read = z.safeParse(operateAnswerSchema, jsonOrNull(json));
  if (read.success) return { answer: read.data, json };
  throw new UserMistake(
    `The answer cannot be read (${place}): the command and what is deployed must be of one version.`,
  );
}

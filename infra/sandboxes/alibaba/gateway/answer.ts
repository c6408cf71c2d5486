import type { Answer, ApiRequest } from '../../frame/calls/answer.ts';
import type { SandboxState } from '../state.ts';
import type { PlantedError } from '../../frame/world/planted-error.ts';
import { messageOf, statusOf } from './error-codes.ts';

/** One API operation: looks, checks, acts, all in one go, so that calls never interleave. */
export type Operation = (state: SandboxState, request: ApiRequest) => Answer;

const REQUEST_ID = 'SANDBOX0-0000-0000-0000-000000000000';

/** The body of an error (Alibaba contract, section 6.4). */
export function errorBody(code: string, message = messageOf(code)): object {
  return {
    RequestId: REQUEST_ID,
    HostId: 'sandbox',
    Code: code,
    Message: message,
    Recommend: 'https://next.api.alibabacloud.com/troubleshoot',
  };
}

/** An error with its documented status, its code known, unheard of, or planted with what it says. */
export function refuse(
  error: PlantedError,
  more: { readonly status?: number; readonly body?: object } = {},
): Answer {
  const { code, status, message } = typeof error === 'string' ? { code: error } : error;
  return {
    status: status ?? more.status ?? statusOf(code),
    body: { ...errorBody(code, message), ...more.body },
    code,
  };
}

/** A product's or the Domain API's answer: its fields beside the RequestId. */
export function succeed(body: object = {}): Answer {
  return { status: 200, body: { RequestId: REQUEST_ID, ...body } };
}

/** A billing API's answer in its envelope (Alibaba contract, section 2). */
export function succeedBss({ behaviour }: SandboxState, data?: object): Answer {
  const said = {
    Success: { Code: 'Success', Message: 'Successful!', Success: true },
    '200': { Code: '200', Message: 'Successful!', Success: true },
    'no flag': { Code: 'Success', Message: 'Successful!' },
  }[behaviour.bssSuccess];
  const body = { ...said, RequestId: REQUEST_ID, ...(data === undefined ? {} : { Data: data }) };
  return { status: 200, body };
}

/** A billing API's refusal: an HTTP error, or 200 with Success false (Alibaba contract, section 2). */
export function refuseBss({ behaviour }: SandboxState, error: PlantedError, data?: object): Answer {
  const more = data === undefined ? {} : { Data: data };
  const refusal = refuse(error, { body: { Success: false, ...more } });
  return behaviour.bssRefusal === '200' ? { ...refusal, status: 200 } : refusal;
}

import type { Answer, ApiRequest } from '../../frame/calls/answer.ts';
import type { ApiName } from '../api.ts';
import { messageOf } from './error-messages.ts';
import type { SandboxState } from '../state.ts';
import type { PlantedError } from '../../frame/world/planted-error.ts';

export type { Answer, ApiRequest };

/** One API operation: looks, checks, acts, all in one go, so that calls never interleave. */
export type Operation = (state: SandboxState, request: ApiRequest) => Answer;

/** Codes the price call documents under HTTP 200 (section 3). */
const PRICED_200 = ['07', '08', '09', '10', '11', '13'].map((end) => `CBC.300500${end}`);

const FIXED_STATUS: Readonly<Record<string, number>> = {
  'CBC.0151': 403,
  'CBC.0154': 403,
  'CBC.0155': 403,
  'CBC.0156': 403,
  'CBC.0250': 429,
  'CBC.0999': 500,
  'APIG.0308': 429,
  'APIGW.0308': 429,
  'APIGW.0101': 404,
  'APIGW.0201': 502,
  'APIGW.0301': 401,
  'APIGW.0303': 401,
};

function statusOf(state: SandboxState, api: ApiName, code: string): number {
  const fixed = FIXED_STATUS[code];
  if (fixed !== undefined) return fixed;
  const { refusalStatus } = state.behaviour;
  if (refusalStatus !== 'documented') return refusalStatus;
  return api === 'price' && PRICED_200.includes(code) ? 200 : 400;
}

/** An error answer: code, text, documented status (or the world's), and what else the body holds. */
export function refuse(
  state: SandboxState,
  api: ApiName,
  code: string,
  extra: Readonly<Record<string, unknown>> = {},
): Answer {
  return {
    status: statusOf(state, api, code),
    body: { error_code: code, error_msg: messageOf(code), ...extra },
    code,
  };
}

/** An error answer planted on a resource. */
export function refusePlanted(
  state: SandboxState,
  api: ApiName,
  planted: PlantedError,
  extra: Readonly<Record<string, unknown>> = {},
): Answer {
  if (typeof planted === 'string') return refuse(state, api, planted, extra);
  const usual = refuse(state, api, planted.code);
  return {
    status: planted.status ?? usual.status,
    body: {
      error_code: planted.code,
      error_msg: planted.message ?? messageOf(planted.code),
      ...extra,
    },
    code: planted.code,
  };
}

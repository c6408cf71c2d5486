import type { IncomingMessage, ServerResponse } from 'node:http';
import { accessDenied, type WireAnswer } from '../permissions/access-denied.ts';
import type { Functions } from '../connect-functions.ts';
import type { Gate } from '../permissions/gate.ts';
import { TRACE_HEADER } from '../functions/chain.ts';
import type { Invocation, LocalFunction } from '../functions/local-function.ts';
import { listenOnLoopback, readBody, writeAnswer, type LoopbackServer } from './loopback-server.ts';
import { readSignature } from './signature.ts';

const PATH = /^\/2015-03-31\/functions\/([^/?]+)\/invocations/u;

function refusal(status: number, type: string, Message: string): WireAnswer {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': type };
  return { status, headers, body: JSON.stringify({ Type: 'User', Message }) };
}

/** As Lambda words it: what the handler threw is an answer of status 200 with a header. */
function answerOf(invocation: Invocation): WireAnswer {
  const headers = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
  const failed = (errorType: string, errorMessage: string): WireAnswer => ({
    status: 200,
    headers: { ...headers, 'x-amz-function-error': 'Unhandled' },
    body: JSON.stringify({ errorType, errorMessage }),
  });
  switch (invocation.kind) {
    case 'returned':
      return { status: 200, headers, body: JSON.stringify(invocation.value ?? null) };
    case 'failed':
      return failed(invocation.error, invocation.message);
    case 'timed out':
      return failed('Sandbox.Timedout', 'The function ran out of time.');
    case 'killed':
      return failed('Runtime.ExitError', 'The function was ended.');
  }
}

/** By name or ARN, with or without a qualifier. */
function findFunction(functions: Functions, text: string): LocalFunction | undefined {
  const given = decodeURIComponent(text).replace(/:\$LATEST$/u, '');
  return [...functions.values()].find(
    ({ spec }) => given === spec.functionName || given === spec.functionArn,
  );
}

/** The part of Lambda's API that invokes a function and waits for its answer. */
export interface LambdaServer extends LoopbackServer {
  /** What can be invoked, once it is known. */
  serve(functions: Functions): void;
}

/** Starts Lambda's Invoke call behind the gate; it knows synchronous invocations only. */
export async function startLambdaServer(gate: Gate): Promise<LambdaServer> {
  let functions: Functions = new Map();
  const respond = async (request: IncomingMessage, body: Buffer): Promise<WireAnswer> => {
    const named = PATH.exec(request.url ?? '')?.[1];
    if (request.method !== 'POST' || named === undefined) {
      return refusal(404, 'UnknownOperationException', 'Only functions can be invoked here.');
    }
    const called = findFunction(functions, named);
    if (!called)
      return refusal(404, 'ResourceNotFoundException', `No function is called ${named}.`);
    const { accessKey } = readSignature(request.headers.authorization, request.url ?? '');
    const need = { action: 'lambda:InvokeFunction', resource: called.spec.functionArn };
    if (gate.refuse(accessKey, [need])) return { ...accessDenied('json', need), status: 403 };
    const kind = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
    if (kind !== 'RequestResponse') {
      const told = 'Only the invocation type RequestResponse is known here.';
      return refusal(400, 'InvalidParameterValueException', told);
    }
    let event: unknown;
    try {
      event = JSON.parse(body.toString() || '{}');
    } catch {
      return refusal(400, 'InvalidRequestContentException', 'The payload is not JSON.');
    }
    const trace = request.headers[TRACE_HEADER];
    return answerOf(await called.invoke(event, trace === undefined ? trace : String(trace)));
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body) writeAnswer(response, await respond(request, body));
  };
  const listening = await listenOnLoopback((request, response) => {
    void handle(request, response);
  });
  return {
    ...listening,
    serve: (these) => {
      functions = these;
    },
  };
}

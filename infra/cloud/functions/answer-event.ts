import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction, constants } from 'node:vm';

/** What an instance is told when it starts. */
export interface InstanceData {
  readonly functionName: string;
  readonly functionArn: string;
  /** MB. */
  readonly memorySize: number;
  /** Where the bundle was unpacked. */
  readonly directory: string;
  /** For instance `index.handler`. */
  readonly handler: string;
}

/** An event to be handled. */
export interface EventRequest {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  /** When the function's time is over; epoch milliseconds. */
  readonly deadline: number;
  /** The chain it belongs to, as the SDK's clients send it on. */
  readonly trace: string;
}

/** What became of it; `result` is JSON, or undefined when the handler returned nothing. */
export type EventAnswer =
  | { readonly kind: 'returned'; readonly result: string | undefined }
  | { readonly kind: 'failed'; readonly error: string; readonly message: string };

/** A function's handler. */
export type Handler = (event: unknown, context: object) => unknown;

/** Runs CommonJS as on Lambda, whatever a package.json above the asset says about modules. */
function loadCommonJs(file: string): unknown {
  const module = { exports: {} };
  const compiled = compileFunction(
    readFileSync(file, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname'],
    { filename: file, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
  ) as (...values: readonly unknown[]) => void;
  compiled(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

/** Loads a function's handler. Throws when there is none under that name. */
export async function loadHandler(data: InstanceData): Promise<Handler> {
  const dot = data.handler.lastIndexOf('.');
  const path = join(data.directory, data.handler.slice(0, dot));
  const file = ['.mjs', '.js', '.cjs'].map((end) => path + end).find((one) => existsSync(one));
  if (!file) throw new Error(`There is no module for ${data.handler} in ${data.directory}.`);
  const asModule = file.endsWith('.mjs') || existsSync(join(data.directory, 'package.json'));
  const loaded = asModule ? await import(pathToFileURL(file).href) : loadCommonJs(file);
  const found = (loaded as Record<string, unknown>)[data.handler.slice(dot + 1)];
  if (typeof found !== 'function') throw new Error(`${data.handler} is no function.`);
  return found as Handler;
}

function contextOf(data: InstanceData, { requestId, deadline }: EventRequest): object {
  return {
    awsRequestId: requestId,
    functionName: data.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: data.functionArn,
    memoryLimitInMB: String(data.memorySize),
    logGroupName: `/aws/lambda/${data.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

/**
 * Lets the handler answer one event. Never rejects: what it throws, at its loading too, is an
 * answer.
 */
export async function answerEvent(
  data: InstanceData,
  handler: Promise<Handler>,
  request: EventRequest,
): Promise<EventAnswer> {
  process.env['_X_AMZN_TRACE_ID'] = request.trace;
  try {
    const result = await (await handler)(JSON.parse(request.event), contextOf(data, request));
    return { kind: 'returned', result: JSON.stringify(result) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    process.stderr.write(`${stack ?? message}\n`);
    return { kind: 'failed', error: name, message };
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listenOnLoopback, readBody } from '../../../../../infra/cloud/servers/loopback-server.ts';
import { openOperate } from '../../../../../infra/cli/jobs/cloud/ask-operate.ts';
import type { ChosenCloud } from '../../../../../infra/cli/jobs/cloud/choose-cloud.ts';
import type { OperateEvent } from '../../../../../shared/messages/operate-event.ts';

const RESUME = { command: 'resume', job: 'k7m2xq9d4a', by: 'ada' } as const;
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };

interface Server {
  readonly cloud: ChosenCloud;
  /** The bodies of the requests so far. */
  readonly asked: string[];
}

/** Something in Lambda's place; null: it hangs up. */
async function lambda(
  answer: { readonly status?: number; readonly headers?: object; readonly body?: unknown } | null,
  kind: ChosenCloud['kind'] = 'aws',
): Promise<Server> {
  const asked: string[] = [];
  const server = await listenOnLoopback((request, response) => {
    void respond(request, response);
  });
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(String(await readBody(request)));
    if (answer === null) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status ?? 200, { ...answer.headers });
    response.end(JSON.stringify(answer.body));
  };
  onTestFinished(async () => {
    await server.close();
  });
  return { asked, cloud: cloudAt(server.endpoint, kind) };
}

function cloudAt(endpoint: string, kind: ChosenCloud['kind']): ChosenCloud {
  return {
    kind,
    place: kind === 'aws' ? 'the-operate on AWS' : 'the local cloud in data',
    functionName: 'the-operate',
    client: { endpoint, region: 'eu-west-1', credentials },
  };
}

/** The answer, or the sentence there is instead of it. */
async function ask(cloud: ChosenCloud, event: OperateEvent = RESUME): Promise<unknown> {
  const operate = openOperate(cloud);
  try {
    return await operate.ask(event);
  } catch (error) {
    return (error as Error).message;
  } finally {
    operate.close();
  }
}

describe('asking the function', () => {
  test('hands the event over and the answer back, with its own JSON', async () => {
    const { cloud, asked } = await lambda({ body: { ok: true, line: 'Good.', extra: 1 } });

    expect(await ask(cloud)).toEqual({
      answer: { ok: true, line: 'Good.' },
      json: '{"ok":true,"line":"Good.","extra":1}',
    });
    expect(asked.map((body) => JSON.parse(body) as unknown)).toEqual([RESUME]);
  });

  test.each([
    ['AccessDeniedException', 403, /may not invoke the-operate in eu-west-1: ask for lambda:Inv/u],
    [
      'ResourceNotFoundException',
      404,
      /There is no function the-operate in eu-west-1: name anoth/u,
    ],
    ['ExpiredTokenException', 403, /^The AWS sign-in has expired: sign in again\.$/u],
    ['UnrecognizedClientException', 403, /^AWS does not accept these credentials: sign in again/u],
    ['SomethingElse', 400, /^AWS does not answer in eu-west-1: Told why\.$/u],
  ])('says what to do after %s', async (type, status, sentence) => {
    const headers = { 'x-amzn-errortype': type, 'content-type': 'application/json' };
    const { cloud } = await lambda({ status, headers, body: { Message: 'Told why.\nAnd more.' } });

    expect(await ask(cloud)).toMatch(sentence);
  });

  test('says that the function failed, in one line', async () => {
    const headers = { 'x-amz-function-error': 'Unhandled' };
    const { cloud } = await lambda({ headers, body: { errorMessage: 'Broken.\n  at x.ts:1' } });

    expect(await ask(cloud)).toBe(
      'The function operate failed (the-operate on AWS); its log says why: Broken.',
    );
  });

  test.each([[null], ['text'], [{ ok: 'yes' }], [{ ok: true, line: 'x', job: { id: 1 } }]])(
    'does not take %j for an answer',
    async (body) => {
      const { cloud } = await lambda({ body });

      expect(await ask(cloud)).toMatch(/^The answer cannot be read .* of one version\.$/u);
    },
  );

  test.each([
    ['local', 'No answer from the local cloud in data: is npm run dev up?'],
    ['aws', 'AWS cannot be reached in eu-west-1: check region and network.'],
  ] as const)('says that nobody is there (%s)', async (kind, sentence) => {
    expect(await ask(cloudAt('http://127.0.0.1:1', kind))).toBe(sentence);
  });

  test('asks for an act once, and does not call it undone when the answer is lost', async () => {
    const { cloud, asked } = await lambda(null);

    expect(await ask(cloud)).toBe(
      'No answer came from the-operate on AWS, so it may or may not have been done: look with "status k7m2xq9d4a".',
    );
    expect(asked).toHaveLength(1);
  });

  test('asks again for a mere look', async () => {
    const { cloud, asked } = await lambda(null);

    expect(await ask(cloud, { command: 'list' })).toBe(
      'No answer came from the-operate on AWS: try again.',
    );
    expect(asked.length).toBeGreaterThan(1);
  });
});

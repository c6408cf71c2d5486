import { type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { buildApp } from 'fauxqs';
import type { Cloud } from '../../../infra/cloud/cloud.ts';
import { ADMIN_KEY } from '../../../infra/cloud/permissions/gate.ts';
import { listenOnLoopback, readBody } from '../../../infra/cloud/servers/loopback-server.ts';
import { adminAuthorization, readSignature } from '../../../infra/cloud/servers/signature.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../../../infra/cloud/template/resource-types.ts';
import { CloudFormation } from './cloud-formation.ts';
import { EmbeddedResources } from './embedded-resources.ts';
import { answered, type QueryAnswer, Refused } from './query-answer.ts';
import { type Resources, type Stack } from './stack.ts';

/** One address at which an account of AWS seems to be, as far as a deployment asks. */
export interface DeploymentFront {
  readonly url: string;
  /** What was asked that it does not know. */
  readonly unknown: ReadonlySet<string>;
  /** What runs there; null: nothing is deployed. */
  readonly cloud: () => Cloud | null;
  readonly close: () => Promise<void>;
}

/** The stack that `cdk bootstrap` makes, and the bucket that it publishes to (`bootstrap-template.yaml` of the CDK). */
const TOOLKIT = 'CDKToolkit';
const ASSETS = `cdk-hnb659fds-assets-${LOCAL_ACCOUNT}-${LOCAL_REGION}`;
const ENDPOINTS: Readonly<Record<string, keyof Cloud['endpoints']>> = {
  s3: 's3',
  sqs: 'sqs',
  sns: 'sns',
  dynamodb: 'dynamodb',
  lambda: 'lambda',
  secretsmanager: 'secretsManager',
};

/** Starts it, with nothing in it, not even what `cdk bootstrap` makes. */
export async function startDeploymentFront(): Promise<DeploymentFront> {
  // Its own typing of the result comes out as `any`.
  const published = buildApp({ logger: false }) as FastifyInstance;
  const assets = await published.listen({ port: 0, host: '127.0.0.1' });
  const readAsset = async (key: string): Promise<Uint8Array> => {
    const headers = { authorization: adminAuthorization('s3') };
    const found = await fetch(`${assets}/${ASSETS}/${key}`, { headers });
    if (!found.ok) throw new Error(`${key} was not published: ${found.status}`);
    return new Uint8Array(await found.arrayBuffer());
  };
  const embedded = new EmbeddedResources(readAsset);
  let version: string | null = null;
  const toolkit: Resources = {
    carryOut: async (_, template) => {
      version = /BootstrapVersion[^]*?Value: '?"?(\d+)/u.exec(template)?.[1] ?? null;
      await published.inject({
        method: 'PUT',
        url: `/${ASSETS}`,
        headers: { authorization: adminAuthorization('s3') },
      });
      const outputs = { BucketName: ASSETS, BucketDomainName: `${ASSETS}.local` };
      return { outputs: { ...outputs, BootstrapVersion: version ?? '' }, resources: [] };
    },
    remove: async () => {
      version = null;
      await Promise.resolve();
    },
  };
  const of = ({ name }: Stack): Resources => (name === TOOLKIT ? toolkit : embedded);
  const stacks = new CloudFormation(
    {
      carryOut: async (stack, template) => await of(stack).carryOut(stack, template),
      remove: async (stack, gone) => {
        await of(stack).remove(stack, gone);
      },
    },
    async (form) => {
      const body = form.get('TemplateBody');
      if (body !== null) return body;
      const [, key = ''] = form.get('TemplateURL')!.split(`${ASSETS}/`);
      return new TextDecoder().decode(await readAsset(key));
    },
  );
  const unknown = new Set<string>();

  /** Calls without an answer from what runs; undefined: it is not one of them. */
  async function own(
    service: string,
    body: Buffer,
    { headers }: IncomingMessage,
  ): Promise<(QueryAnswer & { readonly json?: true }) | undefined> {
    const operation = String(headers['x-amz-target']).split('.').at(-1)!;
    switch (service) {
      case 'cloudformation':
        return await stacks.handle(new URLSearchParams(body.toString()));
      case 'sts':
        return identity(new URLSearchParams(body.toString()).get('Action') ?? '');
      case 'ssm':
        return parameter(body, version);
      case 'secretsmanager':
        return secret(operation, body, embedded);
      default:
        return undefined;
    }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === null) return;
    const { service = 'unsigned' } = readSignature(
      request.headers.authorization,
      request.url ?? '',
    );
    try {
      const answer = await own(service, body, request);
      if (answer !== undefined) {
        const type = answer.json ? 'application/x-amz-json-1.1' : 'text/xml';
        response.writeHead(answer.status, { 'content-type': type }).end(answer.body);
        return;
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.message.startsWith('The front')) unknown.add(error.message);
      const { status, body: refused } = error.answer();
      response.writeHead(status, { 'content-type': 'text/xml' }).end(refused);
      return;
    }
    const name = ENDPOINTS[service];
    const running = name === undefined ? undefined : embedded.cloud?.endpoints[name];
    const target = request.url!.startsWith(`/${ASSETS}`) ? assets : running;
    if (target === undefined) {
      unknown.add(`${service} ${request.method} ${request.url}`);
      response.writeHead(400).end('Nothing of that kind is deployed.');
      return;
    }
    forward(request, response, body, target);
  };
  const server = await listenOnLoopback((request, response) => {
    void handle(request, response);
  });
  return {
    url: server.endpoint,
    unknown,
    cloud: () => embedded.cloud,
    close: async () => {
      await server.close();
      await embedded.close();
      await published.close();
    },
  };
}

function forward(
  { method, url, headers }: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  target: string,
): void {
  const { host: _, ...kept } = headers;
  const asked = ask(`${target}${url}`, { method, headers: kept }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  asked.on('error', () => response.destroy());
  asked.end(body);
}

/** Whoever asks is the administrator, under whatever role. */
function identity(action: string): QueryAnswer {
  const Arn = `arn:aws:iam::${LOCAL_ACCOUNT}:user/deployer`;
  if (action === 'GetCallerIdentity') {
    return answered(action, { Arn, UserId: 'deployer', Account: LOCAL_ACCOUNT });
  }
  if (action !== 'AssumeRole') throw new Refused(`The front knows no ${action}.`);
  const Expiration = new Date(Date.now() + 3_600_000).toISOString();
  const keys = { AccessKeyId: ADMIN_KEY, SecretAccessKey: 'local', SessionToken: 'local' };
  return answered(action, {
    Credentials: { ...keys, Expiration },
    AssumedRoleUser: { Arn, AssumedRoleId: 'deployer' },
  });
}

function json(status: number, body: object): QueryAnswer & { readonly json: true } {
  return { status, body: JSON.stringify(body), json: true };
}

/** The one parameter there is: which version of the CDK's own stack stands. */
function parameter(body: Buffer, version: string | null): ReturnType<typeof json> {
  const { Name } = JSON.parse(body.toString()) as { Name?: string };
  if (version === null || !/^\/cdk-bootstrap\/\w+\/version$/u.test(Name ?? '')) {
    return json(400, { __type: 'ParameterNotFound', message: `There is no ${String(Name)}.` });
  }
  return json(200, { Parameter: { Name, Type: 'String', Value: version, Version: 1 } });
}

/** Secrets outlive what runs; what is asked otherwise is answered by what runs. */
function secret(
  operation: string,
  body: Buffer,
  { secrets }: EmbeddedResources,
): ReturnType<typeof json> | undefined {
  const { SecretId = '', SecretString } = JSON.parse(body.toString() || '{}') as {
    SecretId?: string;
    SecretString?: string;
  };
  const known = secrets.has(SecretId);
  if (operation === 'PutSecretValue' && known) secrets.set(SecretId, SecretString ?? '');
  if (operation !== 'DeleteSecret') return undefined;
  secrets.delete(SecretId);
  return known ? json(200, { Name: SecretId }) : json(400, { __type: 'ResourceNotFoundException' });
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { accessDenied, type WireAnswer } from '../permissions/access-denied.ts';
import { secretNeeds } from '../permissions/action-needs.ts';
import type { Gate } from '../permissions/gate.ts';
import { listenOnLoopback, readBody, writeAnswer, type LoopbackServer } from './loopback-server.ts';
import { secretArn } from '../template/resource-types.ts';
import { readSignature } from './signature.ts';

const inputSchema = z.looseObject({
  SecretId: z.optional(z.string()),
  SecretString: z.optional(z.string()),
});
type Input = z.output<typeof inputSchema>;

interface Version {
  readonly id: string;
  readonly value: string;
  /** Epoch seconds. */
  readonly createdAt: number;
}

function answer(status: number, body: object): WireAnswer {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  return { status, headers, body: JSON.stringify(body) };
}

const notFound = answer(400, {
  __type: 'ResourceNotFoundException',
  Message: "Secrets Manager can't find the specified secret.",
});

class Secrets {
  readonly #versions = new Map<string, Version>();

  put(name: string, value: string): Version {
    const version = { id: randomUUID(), value, createdAt: Date.now() / 1000 };
    this.#versions.set(name, version);
    return version;
  }

  handle(operation: string, { SecretId = '', SecretString }: Input): WireAnswer {
    const name = [...this.#versions.keys()].find((one) => SecretId === secretArn(one)) ?? SecretId;
    const version = this.#versions.get(name);
    if (!version) return notFound;
    const about = { ARN: secretArn(name), Name: name, CreatedDate: version.createdAt };
    const current = { VersionId: version.id, VersionStages: ['AWSCURRENT'] };
    switch (operation) {
      case 'GetSecretValue':
        return answer(200, { ...about, ...current, SecretString: version.value });
      case 'DescribeSecret':
        return answer(200, { ...about, VersionIdsToStages: { [version.id]: ['AWSCURRENT'] } });
      case 'PutSecretValue': {
        const { id } = this.put(name, SecretString ?? '');
        return answer(200, { ...about, ...current, VersionId: id });
      }
      default:
        return answer(400, { __type: 'UnknownOperationException', Message: operation });
    }
  }
}

/** A small Secrets Manager that also turns away every service the embedded cloud does not have. */
export interface SecretsServer extends LoopbackServer {
  /** Sets a secret's text. */
  put(name: string, value: string): void;
}

/** Starts Secrets Manager behind the gate. */
export async function startSecretsServer(gate: Gate): Promise<SecretsServer> {
  const secrets = new Secrets();
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (!body) return;
    const { accessKey, service } = readSignature(request.headers.authorization, request.url ?? '');
    const operation = String(request.headers['x-amz-target'] ?? request.url)
      .split('.')
      .at(-1)!;
    if (service !== 'secretsmanager') {
      const need = { action: `${service ?? 'unknown'}:${operation}`, resource: '*' };
      const Message = `The embedded cloud has no such service: ${need.action}`;
      gate.refuse(accessKey, [need]);
      writeAnswer(response, answer(400, { __type: 'UnknownOperationException', Message }));
      return;
    }
    const input = inputSchema.parse(JSON.parse(body.toString() || '{}'));
    const refused = gate.refuse(accessKey, secretNeeds(operation, input));
    writeAnswer(
      response,
      refused ? accessDenied('json', refused) : secrets.handle(operation, input),
    );
  };
  const listening = await listenOnLoopback((request, response) => {
    void handle(request, response);
  });
  return {
    ...listening,
    put: (name, value) => {
      secrets.put(name, value);
    },
  };
}

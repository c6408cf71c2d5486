import { XMLBuilder } from 'fast-xml-parser';
import type { Need } from './permissions.ts';

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a service words its errors. */
export type Wire = 's3' | 'sqs' | 'sns' | 'json';

const builder = new XMLBuilder();

function xml(content: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(content)}`;
}

/**
 * A refusal in the words of the service. S3, SQS and SNS refuse with status 403, DynamoDB and
 * Secrets Manager (`json`) with 400.
 */
export function accessDenied(wire: Wire, { action, resource }: Need): WireAnswer {
  const message = `not authorized to perform: ${action} on resource: ${resource}`;
  const json = { __type: 'com.amazon.coral.service#AccessDeniedException', Message: message };
  const jsonType = { 'content-type': 'application/x-amz-json-1.0' };
  switch (wire) {
    case 's3':
      return {
        status: 403,
        headers: { 'content-type': 'application/xml' },
        body: xml({ Error: { Code: 'AccessDenied', Message: message } }),
      };
    case 'sns':
      return {
        status: 403,
        headers: { 'content-type': 'text/xml' },
        body: xml({
          ErrorResponse: {
            Error: { Type: 'Sender', Code: 'AuthorizationError', Message: message },
          },
        }),
      };
    case 'sqs':
      return {
        status: 403,
        headers: { ...jsonType, 'x-amzn-query-error': 'AccessDenied;Sender' },
        body: JSON.stringify(json),
      };
    case 'json':
      return { status: 400, headers: jsonType, body: JSON.stringify(json) };
  }
}

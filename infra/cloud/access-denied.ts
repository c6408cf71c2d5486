import type { Need } from './permissions.ts';

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a service words its errors. */
export type Wire = 's3' | 'sqs' | 'sns' | 'json';

function xml(root: string, code: string, message: string): string {
  const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const error = `<Code>${code}</Code><Message>${escaped}</Message>`;
  const inner = root === 'Error' ? error : `<Error><Type>Sender</Type>${error}</Error>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${inner}</${root}>`;
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
        body: xml('Error', 'AccessDenied', message),
      };
    case 'sns':
      return {
        status: 403,
        headers: { 'content-type': 'text/xml' },
        body: xml('ErrorResponse', 'AuthorizationError', message),
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

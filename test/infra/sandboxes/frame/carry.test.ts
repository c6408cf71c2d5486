import { onTestFinished, expect, test } from 'vitest';
import type { FaultInput } from '../../../../infra/sandboxes/frame/calls/fault.ts';
import { startHuaweiSandbox } from '../../../../infra/sandboxes/huawei/server.ts';
import { exchange, type Exchange, type Fetch } from '../../../../shared/providers/wire/exchange.ts';

type What = FaultInput<'balances', never>['what'];

/** What a caller gets of an unsigned call for the balance, which is refused unless it is disturbed. */
async function callOver(line: 'http' | 'in process', what: What): Promise<Exchange> {
  const sandbox = await startHuaweiSandbox({
    world: { accessKey: 'AK', secretKey: 'SK', resources: [], faults: [{ api: 'balances', what }] },
    ...(line === 'http' ? {} : { port: null }),
  });
  onTestFinished(sandbox.close);
  const send: Fetch = line === 'http' ? fetch : sandbox.fetch;
  const url = new URL('/v2/accounts/customer-accounts/balances', sandbox.url);
  const request = { method: 'GET', url, headers: {}, body: '' };
  return await exchange(send, request, { timeoutMs: 200, retryHeader: 'retry-after' });
}

test.each<[string, What]>([
  ['a refusal', { slow: 0 }],
  ['throttled', 'throttle'],
  ['a page of HTML', 'html'],
  ['no JSON', 'malformed'],
  ['half an answer', 'truncated'],
  ['an answer behind a byte order mark', 'bom'],
  ['a compressed answer', 'gzipped'],
  ['an answer byte by byte', { trickle: 10 }],
  ['an empty answer', { status: 204 }],
  ['when to come back', { status: 429, code: 'X', headers: { 'retry-after': '3' } }],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
  ['no answer', 'timeout'],
  ['a broken connection', 'reset'],
])('a caller in the same process gets what one over HTTP gets: %s', async (_, what) => {
  const overHttp = await callOver('http', what);
  const inProcess = await callOver('in process', what);

  expect(inProcess).toEqual(overHttp);
});

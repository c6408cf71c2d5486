import { performance } from 'node:perf_hooks';
import {
  domainRow,
  instanceRow,
  type PurchaseEnd,
  runPurchases,
} from '../../support/purchase-run.ts';
import { everything, worldOf } from '../../support/quoted-resources.ts';
import { beginStep } from '../bench-progress.ts';
import { count, type Line, type Section, secondsText } from '../table.ts';

/** So many instances of all products, and so many domains. */
type Size = readonly [instances: number, domains: number];

const LEAST: Size = [1000, 300];

/** A quote of more rows than those, in about the same proportion. */
function sizeOf(rows: number): Size {
  const domains = Math.round(rows * 0.23);
  return [rows - domains, domains];
}

/**
 * Quotes of all products in one process on a fake clock: their results must agree with the ledger row
 * by row. No limit of calls: what is asked for again after a while is asked for rarely then.
 */
export async function agreementSection(rows: readonly number[]): Promise<Section> {
  const all: { readonly name: string; readonly end: PurchaseEnd; readonly ms: number }[] = [];
  const larger = rows.filter((count) => count > LEAST[0]).map(sizeOf);
  for (const [instances, domains] of [LEAST, ...larger]) {
    const name = `${count(instances)} + ${count(domains)}`;
    const step = beginStep(`agreement, ${name}`);
    const resources = everything(instances, domains);
    const quoted = resources.map(({ id, product }, at) =>
      product === 'domain' ? domainRow(at, id) : instanceRow(at, id),
    );
    const start = performance.now();
    const end = await runPurchases({
      name,
      rows: quoted,
      world: { balance: '10000000', ...worldOf(resources) },
    });
    all.push({ name, end, ms: performance.now() - start });
    step.end();
  }
  const apis = [...new Set(all.flatMap(({ end }) => end.calls.map(({ api }) => api)))];
  return {
    title: 'Alibaba Cloud: instances + domains',
    columns: all.map(({ name }) => name),
    lines: [
      { label: 'rows', values: all.map(({ end }) => end.status) },
      {
        label: 'disagreements with the ledger',
        values: all.map(({ end }) => String(end.wrong.length)),
        aim: { text: '0', met: all.every(({ end }) => end.wrong.length === 0) },
      },
      { label: 'charges', values: all.map(({ end }) => count(end.ledger.length)) },
      { label: 'took', values: all.map(({ ms }) => secondsText(ms)) },
      { label: 'calls per row', values: all.map(({ end }) => perRow(end)) },
      ...apis.map((api): Line => ({
        label: `  ${api}`,
        values: all.map(({ end }) => perRow(end, api)),
      })),
    ],
  };
}

function perRow({ calls, ledger }: PurchaseEnd, only?: string): string {
  const some = only === undefined ? calls : calls.filter(({ api }) => api === only);
  return (some.length / ledger.length).toFixed(2);
}

import type { OrderReading, Provider, ProviderResource } from '../ports/provider.ts';
import { type Claim, ordersNamed, type Sight } from './audit.ts';

/** What looking needs: the time goes by the clock, in epoch milliseconds. */
export interface LookServices {
  readonly provider: Provider;
  readonly clock: () => number;
  /** Whether so little time is left that nothing new may be begun. */
  readonly outOfTime: () => boolean;
}

const HOUR_MS = 3_600_000;
/** An audit takes no longer: the sheet waits for it, and what was not read is said to be so. */
const MOST_MS = 40_000;
/** Resources that are asked for at a time. */
const PAGE = 100;
/** Pages side by side; the provider's own rate keeps them apart. */
const PAGES = 5;
/** Orders that the list does not show paid, and that are asked for one by one. */
const MOST_SINGLE = 20;

/** What cuts a look short, by whom: told as it is. */
const NO_TIME = 'there was no time left';

/**
 * Reads what an audit needs with few calls: the list of orders since the first of them, and the
 * resources a hundred at a time. Spends nothing and never throws for what the provider answers.
 */
export async function lookAtProvider(
  claims: readonly Claim[],
  { provider, clock, outOfTime }: LookServices,
): Promise<Sight> {
  const end = clock() + MOST_MS;
  const isLate = (): boolean => outOfTime() || clock() >= end;
  const orders = new Map<string, OrderReading>();
  const resources = new Map<string, ProviderResource>();
  const asked = new Set<string>();
  let missed: string | null = null;

  async function lookAtOrders(): Promise<void> {
    const wanted = new Set(claims.flatMap(({ row }) => ordersNamed(row)));
    const since = Math.min(
      ...claims.flatMap(({ journal }) => journal.parts.map(({ attempt }) => attempt.at)),
    );
    const list = await provider.renewals.renewalOrders(since - HOUR_MS, clock());
    if (list.kind === 'done') {
      for (const order of list.value) orders.set(order.id, order);
    } else missed ??= saidOf(list);
    const doubtful = [...wanted].filter((id) => orders.get(id)?.state !== 'completed');
    for (const id of doubtful.slice(0, MOST_SINGLE)) {
      if (isLate()) {
        missed ??= NO_TIME;
        return;
      }
      const answer = await provider.renewals.order(id);
      if (answer.kind === 'unknown') missed ??= saidOf(answer);
      else asked.add(id);
      if (answer.kind === 'done' && answer.value !== null) orders.set(id, answer.value);
    }
    if (list.kind === 'done') for (const id of wanted) asked.add(id);
  }

  async function lookAtResources(): Promise<void> {
    const { idKey } = provider.resources.traits;
    const pages = paged(claims.map(({ row }) => row.resourceId));
    for (let at = 0; at < pages.length; at += PAGES) {
      if (isLate()) {
        missed ??= NO_TIME;
        return;
      }
      await Promise.all(
        pages.slice(at, at + PAGES).map(async (ids) => {
          const answer = await provider.resources.resources(ids);
          if (answer.kind !== 'done') {
            missed ??= saidOf(answer);
            return;
          }
          const byKey = new Map(answer.value.map((one) => [idKey(one.resourceId), one]));
          for (const id of ids) {
            asked.add(id);
            const found = byKey.get(idKey(id));
            if (found !== undefined) resources.set(id, found);
          }
        }),
      );
    }
  }

  if (isLate()) return { orders, resources, asked, missed: NO_TIME };
  await Promise.all([lookAtOrders(), lookAtResources()]);
  return { orders, resources, asked, missed };
}

function saidOf(
  answer:
    | { readonly kind: 'unknown'; readonly detail: string }
    | { readonly kind: 'refused'; readonly refusal: { readonly code: string } },
): string {
  return answer.kind === 'unknown' ? answer.detail : answer.refusal.code;
}

function paged(ids: readonly string[]): readonly (readonly string[])[] {
  const pages: (readonly string[])[] = [];
  for (let at = 0; at < ids.length; at += PAGE) pages.push(ids.slice(at, at + PAGE));
  return pages;
}

import type { Answer } from '../../shared/renewal/answer.ts';
import type { OrderReading } from '../../shared/renewal/readings.ts';
import type { Mishap } from './chooser.ts';
import { SILENT_MS, type Stage } from './stage.ts';
import { refused } from './views.ts';
import type { World } from './world.ts';
import type { Channel } from './world-line.ts';

/** A read that goes otherwise than calmly: it tells something else, or nothing. */
interface ReadMishap<T> extends Mishap {
  readonly told: { readonly value: T } | 'denied' | null;
  /** What the same channel shows from now on, for a while. */
  readonly behind?: World;
}

/** Something else that a read tells in place of the calm answer. */
export interface Distortion<T> {
  readonly name: string;
  readonly change: (calm: T) => T;
}

/** Reads of a stage: what a channel shows, unless a mishap falls on the read. */
export function reader({ line, chooser, teller, clock }: Stage) {
  return <T>(
    channel: Channel,
    what: string,
    view: (world: World) => T,
    distortions: readonly Distortion<T>[] = [],
  ): Answer<T> => {
    const calm = view(line.seen(channel));
    const shown = JSON.stringify(calm);
    const stale = line.stale(channel, view);
    const options: ReadMishap<T>[] = [
      ...(stale === null
        ? []
        : [
            { name: `a read of ${KIND[channel]} is stale`, told: { value: stale.told } },
            {
              name: `reads of ${KIND[channel]} are stale for ten minutes`,
              told: { value: stale.told },
              behind: stale.world,
            },
          ]),
      ...distortions
        .map(({ name, change }) => ({ name, told: { value: change(calm) } }))
        .filter(({ told }) => JSON.stringify(told.value) !== shown),
      { name: `a read of ${KIND[channel]} has no answer`, told: null },
      { name: `a read of ${KIND[channel]} is refused to the whole account`, told: 'denied' },
    ];
    const fallen = chooser().pick(options);
    if (fallen === null) return { kind: 'done', value: calm };
    teller.mishap(fallen.name, `${fallen.name} (${what})`);
    if (fallen.behind !== undefined) line.fallBehind(channel, fallen.behind);
    if (fallen.told === 'denied') return refused('query', 'CBC.0151');
    if (fallen.told !== null) return { kind: 'done', value: fallen.told.value };
    clock.now += SILENT_MS;
    return { kind: 'unknown', detail: 'no answer' };
  };
}

const KIND: Readonly<Record<Channel, string>> = {
  resources: 'expiries',
  prices: 'prices',
  order: 'an order',
  list: 'the list of orders',
  'order rows': 'the resources under an order',
};

/** How a look at one order goes otherwise. */
export function readsOfOrder(): readonly Distortion<OrderReading | null>[] {
  return [
    { name: 'an order is not shown', change: () => null },
    {
      name: 'an order reads as in a state in passing',
      change: (calm) => (calm === null ? null : { ...calm, state: 'other' }),
    },
    {
      name: 'what an order was charged is told in figures that disagree',
      change: (calm) =>
        calm === null || calm.state === 'unpaid' ? calm : { ...calm, charged: null },
    },
    {
      name: 'an order that is paid reads as in process',
      change: (calm) => (calm?.state === 'completed' ? { ...calm, state: 'processing' } : calm),
    },
  ];
}

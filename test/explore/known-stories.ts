import type { Promised } from './end-of-run.ts';
import type { Play } from './play.ts';

/** A way in which a promise was broken once, told by its mishaps. */
export interface KnownStory {
  readonly promise: Promised;
  /** Names of the mishaps; wherever they fall, and in whichever order. */
  readonly mishaps: readonly string[];
  /** `open`: it can still be reached, which is a debt. `closed`: it must never be again. */
  readonly is: 'open' | 'closed';
  /** In which play; by default two rows of a month, dropped once, with a user of our own on record. */
  readonly play: Pick<Play, 'rows' | 'again' | 'ownUser' | 'months'>;
}

const PLAIN = { rows: 2, again: false, ownUser: true, months: 1 } as const;

function open(promise: Promised, ...mishaps: readonly string[]): KnownStory {
  return { promise, mishaps, is: 'open', play: PLAIN };
}

function closed(promise: Promised, ...mishaps: readonly string[]): KnownStory {
  return { ...open(promise, ...mishaps), is: 'closed' };
}

/** Of the same file dropped again once its first job is over. */
function again(story: KnownStory): KnownStory {
  return { ...story, play: { ...story.play, again: true } };
}

/** Of a file of one row. */
function alone(story: KnownStory): KnownStory {
  return { ...story, play: { ...story.play, rows: 1 } };
}

/** Of rows that are approved for a year. */
function years(story: KnownStory): KnownStory {
  return { ...story, play: { ...story.play, months: 12 } };
}

/** Of an account without a user of its own on record. */
function noUser(story: KnownStory): KnownStory {
  return { ...story, play: { ...story.play, ownUser: false } };
}

/** Stories that the explorer has told. None may be left open. */
export const KNOWN_STORIES: readonly KnownStory[] = [
  closed('never twice', 'the renew call makes two orders of the same rows'),
  closed('never twice', 'the renew call makes a combined order beside one of its first row'),
  again(
    closed(
      'never twice',
      'lines of orders never say when their period begins',
      'reads of expiries are stale for ten minutes',
    ),
  ),
  again(
    closed(
      'never twice',
      'lines of orders say when they were ordered',
      'reads of expiries are stale for ten minutes',
    ),
  ),
  closed(
    'never after another, as could be seen',
    'lines of orders never say when their period begins',
    'a colleague renews a row, the expiries show it 20 minutes late',
  ),
  closed(
    'never after another, as could be seen',
    'lines of orders say when they were ordered',
    'a colleague renews a row, the expiries show it 20 minutes late',
  ),
  closed(
    'never after another, as could be seen',
    'lines of orders never say when their period begins',
    'a colleague takes over, the expiries show it 20 minutes late',
  ),
  noUser(
    years(
      closed(
        'only what was approved',
        'the worker dies before the renew call',
        'a colleague orders the same rows',
      ),
    ),
  ),
  years(
    closed(
      'only what was approved',
      'the worker dies before the renew call',
      'a colleague orders the same rows as our user for 1 months',
    ),
  ),
  noUser(
    years(
      closed(
        'never an order of others',
        'the renew call has no answer, and made nothing',
        'a colleague orders the same rows',
      ),
    ),
  ),
  noUser(
    closed(
      'never an order of others',
      'the worker dies before the renew call',
      'a colleague orders a row',
    ),
  ),
  closed(
    'every order is paid, cancelled or named',
    'a second worker with a fast clock takes the chunk',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the renew call has no answer, made its order, and the price call shows that late',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the renew call has no answer, and made its order',
    'reads of prices are stale for ten minutes',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the renew call has no answer, and makes its order half a minute later',
    'reads of prices are stale for ten minutes',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the gateway repeats the renew call, which is answered "locked" though it made the order',
    'reads of prices are stale for ten minutes',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the renew call is accepted without naming its order',
    'reads of prices are stale for ten minutes',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the renew call has no answer, and ordered only its first row',
    'reads of prices are stale for ten minutes',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the worker dies after the renew call',
    'reads of prices are stale for ten minutes',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the worker dies after the renew call',
    'reads of the list of orders are stale for ten minutes',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the renew call has no answer, made its order, and the list shows that late',
    'reads of the list of orders are stale for ten minutes',
  ),
  closed(
    'every order is paid, cancelled or named',
    'a colleague renews a row',
    'the renew call has no answer, but names one of the two orders that it made',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the renew call has no answer, but names one of the two orders that it made',
    'a person cancels the job',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the renew call has no answer, but names one of the two orders that it made',
    'an order reads as in a state in passing',
  ),
  closed(
    'every order is paid, cancelled or named',
    'the renew call makes two orders of the same rows',
    'the worker dies after the renew call',
  ),
  again(
    closed(
      'every order is paid, cancelled or named',
      'a read of expiries is stale',
      'the gateway repeats the renew call, which is answered "locked" though it made the order',
    ),
  ),
  again(
    closed(
      'every order is paid, cancelled or named',
      'a read of expiries is stale',
      'the renew call has no answer, but names one of the two orders that it made',
    ),
  ),
  closed('no untrue sentence', 'a colleague renews a row, the expiries show it 20 minutes late'),
  closed('no untrue sentence', 'a colleague takes over, the expiries show it 20 minutes late'),
  closed(
    'no untrue sentence',
    'a colleague renews a row',
    'reads of expiries are stale for ten minutes',
  ),
  closed(
    'no untrue sentence',
    'a colleague takes over',
    'reads of expiries are stale for ten minutes',
  ),
  closed(
    'no untrue sentence',
    'auto-renewal takes over',
    'reads of expiries are stale for ten minutes',
  ),
  closed(
    'no untrue sentence',
    'a colleague pays our order, which is in process for a while',
    'one row is not listed under an order',
  ),
  closed(
    'no untrue sentence',
    'a colleague renews a row',
    'the cancel takes place; the price call shows it 20 minutes late',
  ),
  closed('no untrue sentence', 'the order is dearer than its prices', 'a read of prices is stale'),
  closed(
    'the figures are the ledger',
    'what an order was charged is told in figures that disagree',
  ),
  closed(
    'the figures are the ledger',
    'the renew call makes two orders of the same rows',
    'an order reads as in a state in passing',
  ),
  closed(
    'the figures are the ledger',
    'the renew call makes two orders of the same rows',
    'the payment has no answer and took place; the order shows that 20 minutes late',
  ),
  closed('no untrue sentence', 'a colleague orders the same rows as our user for 1 months'),
  closed(
    'no untrue sentence',
    'the renew call has no answer, made its order, and the price call shows that late',
  ),
  closed(
    'no untrue sentence',
    'the gateway repeats the renew call, which is answered "locked" though it made the order',
  ),
  closed(
    'no untrue sentence',
    'the renew call has no answer, and made its order',
    'a read of prices is stale',
  ),
  closed(
    'no untrue sentence',
    'a second worker with a fast clock takes the chunk',
    'the renew call is told that the account is frozen',
  ),
  noUser(
    years(
      closed(
        'no untrue sentence',
        'the renew call has no answer, made its order, and the price call shows that late',
        'one row is not listed under an order',
      ),
    ),
  ),
  closed(
    'every order is paid, cancelled or named',
    'a second worker with a fast clock takes the chunk',
    'a person cancels the job',
  ),
  closed(
    'every order is paid, cancelled or named',
    'a second worker with a fast clock takes the chunk',
    'a read of the list of orders is stale',
  ),
  closed(
    'every order is paid, cancelled or named',
    'a second worker with a fast clock takes the chunk',
    'reads of an order are stale for ten minutes',
  ),
  closed(
    'every order is paid, cancelled or named',
    'a second worker with a fast clock takes the chunk',
    'the cancel is refused for the state of the order, and did not take place',
  ),
  closed(
    'every order is paid, cancelled or named',
    'a second worker with a fast clock takes the chunk',
    'a colleague orders the same rows as our user for 1 months',
  ),
  noUser(
    years(
      closed(
        'every order is paid, cancelled or named',
        'a second worker with a fast clock takes the chunk',
        'the renew call has no answer, and makes its order half a minute later',
      ),
    ),
  ),
  noUser(
    years(
      closed(
        'every order is paid, cancelled or named',
        'a second worker with a fast clock takes the chunk',
        'the renew call makes two orders of the same rows',
      ),
    ),
  ),
  noUser(
    years(
      closed(
        'every order is paid, cancelled or named',
        'the renew call has no answer, made its order, and the price call shows that late',
        'a person cancels the job',
      ),
    ),
  ),
  noUser(
    years(
      closed(
        'every order is paid, cancelled or named',
        'the renew call makes two orders of the same rows',
        'the worker dies after the renew call',
      ),
    ),
  ),
  closed(
    'no fault',
    'the renew call makes two orders of the same rows',
    'a colleague takes over, the expiries show it 20 minutes late',
    'a colleague takes over, the expiries show it 20 minutes late',
  ),
  again(
    closed(
      'never twice',
      'lines of orders never say when their period begins',
      'reads of the list of orders are stale for ten minutes',
      'reads of expiries are stale for ten minutes',
    ),
  ),
  closed(
    'no untrue sentence',
    'the renew call makes an order of each row',
    'a colleague pays our order',
    'the payment is refused for want of money',
  ),
  closed(
    'no fault',
    'a colleague renews a row, the list of orders shows it 20 minutes late',
    'the gateway repeats the renew call, which is answered "locked" though it made the order',
  ),
  closed(
    'no fault',
    'a colleague orders the same rows as our user for 1 months',
    'a person cancels the job',
  ),
  closed(
    'every order is paid, cancelled or named',
    'a read of expiries has no answer',
    'the gateway repeats the renew call, which is answered "locked" though it made the order',
  ),
  noUser(
    years(
      closed(
        'no untrue sentence',
        'the payment has no answer and took place; the order shows that 20 minutes late',
        'a read of the list of orders is refused to the whole account',
      ),
    ),
  ),
  noUser(
    years(
      closed(
        'every order is paid, cancelled or named',
        'nothing is ever listed under a renewal order',
        'a second worker with a fast clock takes the chunk',
        'a read of an order has no answer',
      ),
    ),
  ),
  noUser(
    years(
      closed(
        'every order is paid, cancelled or named',
        'nothing is ever listed under a renewal order',
        'the renew call has no answer, but names one of the two orders that it made',
        'the cancel is refused for the state of the order, and did not take place',
      ),
    ),
  ),
  noUser(
    years(
      closed(
        'every order is paid, cancelled or named',
        'nothing is ever listed under a renewal order',
        'the renew call has no answer, but names one of the two orders that it made',
        'a colleague pays our order',
      ),
    ),
  ),
  noUser(
    years(
      closed(
        'never after another, as shown',
        'lines of orders never say when their period begins',
        'a colleague renews a row, the list of orders shows it 20 minutes late',
        'reads of expiries are stale for ten minutes',
      ),
    ),
  ),
  alone(
    closed(
      'no untrue sentence',
      'the gateway repeats the renew call, which is answered "locked" though it made the order',
      'the gateway repeats the renew call, which is answered "locked" though it made the order',
    ),
  ),
  again(
    alone(
      closed(
        'no untrue sentence',
        'the order is dearer than its prices',
        'reads of prices are stale for ten minutes',
      ),
    ),
  ),
  again(
    alone(
      closed(
        'no untrue sentence',
        'the order is dearer than its prices',
        'the cancel takes place; the price call shows it 20 minutes late',
      ),
    ),
  ),
];

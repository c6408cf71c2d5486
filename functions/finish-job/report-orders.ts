import { CANCELLED_FOR, ORDER_STATES } from '../../shared/phrases/order-phrases.ts';
import { tell } from '../../shared/phrases/phrase.ts';
import type { Language } from '../../shared/reasons/entry.ts';
import { isOrderNumber } from '../../shared/reasons/order-words.ts';
import type { Journal, Order, Part } from '../../shared/renewal/journal.ts';
import { isPurchase } from '../../shared/renewal/rules/purchases.ts';
import { say } from '../../shared/reasons/say.ts';
import { display, type Money } from '../../shared/values/money.ts';
import type { ReportOrder } from '../../shared/workbook/results/results-report.ts';

/** Every order the job made, with what became of it, in the order in which they were made. */
export function reportOrders(journals: readonly Journal[], language: Language): ReportOrder[] {
  return journals.flatMap(({ parts }) =>
    parts.flatMap((part) => part.orders.map((order) => reportOrder(part, order, language))),
  );
}

/** What pays at once was compared with its approval, not with an amount that its order had shown. */
function reportOrder(part: Part, { id, rows, state }: Order, language: Language): ReportOrder {
  const shown = (compared: Money | null): Money | null => (isPurchase(part) ? null : compared);
  const base = { id, rows: rows?.length ?? null, amount: null, charged: null, note: null };
  const as = (kind: keyof Omit<typeof ORDER_STATES, 'tax'>): string => ORDER_STATES[kind][language];
  switch (state.kind) {
    case 'completed': {
      const { compared, charged, tax } = state;
      // What was approved is compared with the charge before tax.
      const note =
        tax === undefined
          ? null
          : tell(ORDER_STATES.tax, language, { tax: display(tax), currency: tax.currency });
      return { ...base, state: as('completed'), amount: shown(compared) ?? charged, charged, note };
    }
    case 'paid':
    case 'overcharged':
      return {
        ...base,
        state: as(part.kind === 'task' || !isOrderNumber(id) ? 'taken' : 'paid'),
        amount: shown(state.compared),
        charged: state.kind === 'overcharged' ? state.charged : state.compared,
      };
    case 'paying':
    case 'paying again':
    case 'payment unclear':
    case 'payment refused':
    case 'payment declined':
      return { ...base, state: as('notConfirmed'), amount: shown(state.compared) };
    case 'made':
    case 'payable again':
      return { ...base, state: as('unpaid') };
    case 'cancelling':
      return { ...base, state: as('toBeCancelled'), note: CANCELLED_FOR[state.because][language] };
    case 'cancelled':
      return { ...base, state: as('cancelled'), note: CANCELLED_FOR[state.because][language] };
    case 'for review': {
      const { charged, why } = state;
      return { ...base, state: as('unclear'), charged, note: say(why, language).reason };
    }
  }
}

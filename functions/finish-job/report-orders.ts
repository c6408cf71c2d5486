import type { Journal, Order } from '../../shared/renewal/journal.ts';
import { say } from '../../shared/reasons/say.ts';
import { display, type Money } from '../../shared/values/money.ts';
import type { ReportOrder } from '../../shared/workbook/results/results-report.ts';

/** Every order the job made, with what became of it, in the order in which they were made. */
export function reportOrders(journals: readonly Journal[]): ReportOrder[] {
  return journals.flatMap(({ parts }) =>
    parts.flatMap(({ orders }) => orders.map((order) => reportOrder(order))),
  );
}

function reportOrder({ id, rows, state }: Order): ReportOrder {
  const base = { id, rows: rows?.length ?? null, amount: null, charged: null, note: null };
  switch (state.kind) {
    case 'completed':
      return {
        ...base,
        state: 'paid and completed',
        amount: state.compared,
        charged: state.charged,
        note: state.tax === undefined ? null : taxNote(state.tax),
      };
    case 'paid':
    case 'overcharged':
      return {
        ...base,
        state: 'paid, not completed yet',
        amount: state.compared,
        charged: state.kind === 'overcharged' ? state.charged : state.compared,
      };
    case 'paying':
    case 'paying again':
    case 'payment unclear':
    case 'payment refused':
    case 'payment declined':
      return { ...base, state: 'payment not confirmed', amount: state.compared };
    case 'made':
    case 'payable again':
      return { ...base, state: 'unpaid' };
    case 'cancelling':
      return { ...base, state: 'to be cancelled', note: state.because };
    case 'cancelled':
      return { ...base, state: 'cancelled, nothing paid', note: state.because };
    case 'for review':
      return {
        ...base,
        state: 'unclear',
        charged: state.charged,
        note: say(state.why, 'en').reason,
      };
  }
}

/** What was approved is compared with the charge before tax. */
function taxNote(tax: Money): string {
  return `${display(tax)} ${tax.currency} tax was charged besides`;
}

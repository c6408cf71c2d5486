import pc from 'picocolors';
import type { RowView } from '../../../../shared/messages/operate-answer.ts';
import { ordersShown } from '../../../../shared/reasons/order-words.ts';
import { amountsText } from '../../terminal/amounts-text.ts';
import { OUTCOME_INKS } from '../../terminal/outcome-inks.ts';
import { plainText } from '../../terminal/plain-text.ts';
import { textTable } from './text-table.ts';

function lineOf({ resource, outcome, expiry, approved, paid, order, reason }: RowView): string[] {
  return [
    plainText(resource),
    outcome === null ? 'open' : OUTCOME_INKS[outcome](outcome),
    plainText(expiry),
    amountsText(approved),
    paid === null ? '-' : amountsText(paid),
    plainText(order === null ? '-' : ordersShown(order, 'en')),
    plainText(reason ?? ''),
  ];
}

/** Rows that the same steps do for, one after the other as they came; those without steps alone. */
function groupsOf(rows: readonly RowView[]): readonly (readonly RowView[])[] {
  const groups = new Map<string, RowView[]>();
  for (const row of rows) {
    const key = row.steps.length === 0 ? '' : JSON.stringify([row.order, row.steps]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function groupText(rows: readonly RowView[]): readonly string[] {
  const [first] = rows;
  const steps = first?.steps ?? [];
  const order = steps.length === 0 ? null : (first?.order ?? null);
  return [
    '',
    ...(order === null ? [] : [pc.bold(plainText(`Order ${ordersShown(order, 'en')}`))]),
    ...textTable(rows.map(lineOf), [3, 4]),
    ...steps.map((step, at) => `  ${at + 1}. ${plainText(step)}`),
  ];
}

/** Rows as tables: those that need review by order, each with every step to take, in order. */
export function rowsText(rows: readonly RowView[]): readonly string[] {
  return groupsOf(rows).flatMap(groupText);
}

import { isOrderNumber } from '../../reasons/order-words.ts';
import { sheetText } from './text.ts';

/** Longer addresses are refused by spreadsheet programs. */
const ADDRESS_LIMIT = 2_000;

/**
 * The address of an order in the provider's console: the account's `orderUrl` with `{order}`
 * replaced. Null without such a setting, for what is no order with a number, or where the outcome is not
 * a plain https address.
 */
export function orderLink(orderUrl: string | null, order: string): string | null {
  if (orderUrl === null || order === '' || !isOrderNumber(order)) return null;
  const address = orderUrl.replaceAll('{order}', () => encodeURIComponent(sheetText(order)));
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' && href.length <= ADDRESS_LIMIT ? href : null;
}

import type { Money } from '../../values/money.ts';
import type { SheetCell, SheetStyle } from './cell.ts';
import { amountText, moneyFormat, moneyValue } from './number.ts';
import { style, type StyleParts } from './styles.ts';

/**
 * Makes cells for amounts in one currency, which the column's heading names; an amount in another
 * one is shown as text with its currency, so that no sum of the column can mix the two. Give a null
 * currency where a column beside it names the currency of each amount. A zero shown as a dash is
 * still the number in the cell, and so is an amount with words behind it.
 */
export function moneyCells(
  parts: StyleParts,
  currency: string | null,
  zero: 'as a number' | 'as a dash' = 'as a number',
  behind = '',
): (money: Money | null) => SheetCell {
  const styles = new Map<string, SheetStyle>();
  const formatOf = (money: Money): string => {
    const format = behind === '' ? moneyFormat(money) : `${moneyFormat(money)}"${behind}"`;
    return zero === 'as a dash' ? `${format};-${format};"–"` : format;
  };
  const styleOf = (format: string): SheetStyle => {
    const known = styles.get(format);
    if (known !== undefined) return known;
    const made = style({ align: 'right', ...parts, format });
    styles.set(format, made);
    return made;
  };
  return (money) => {
    if (money === null) return { value: null, style: styleOf('General') };
    if (currency !== null && money.currency !== currency) {
      return {
        value: `${amountText(money)} ${money.currency}${behind}`,
        style: styleOf('General'),
      };
    }
    return { value: moneyValue(money), style: styleOf(formatOf(money)) };
  };
}

/** Amounts per currency, "120.00 USD + 3.50 EUR"; nothing is "0.00" or, without a currency, "0". */
export function amountsText(amounts: Readonly<Record<string, string>>): string {
  const texts = Object.entries(amounts).map(([currency, amount]) => `${amount} ${currency}`);
  return texts.length === 0 ? '0' : texts.join(' + ');
}

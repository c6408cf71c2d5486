const ZONE = '+08:00';
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * Text of the domain interface in UTC+8 as epoch milliseconds (Alibaba contract, sections 1.2, 1.3 and
 * 1.5): `2019-04-09 17:07:03` or `Dec 26,2017 11:00:54`; null for anything else.
 */
export function localTime(text: string | null): number | null {
  const plain = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/u.exec(text ?? '');
  const named = /^([A-Z][a-z]{2}) (\d{1,2}), ?(\d{4}) (\d\d:\d\d:\d\d)$/u.exec(text ?? '');
  if (plain !== null) return instant(plain[1]!, plain[2]!);
  if (named === null) return null;
  const [, name = '', day = '', year = '', time = ''] = named;
  const month = MONTHS.indexOf(name) / 3 + 1;
  return instant(`${year}-${`${month}`.padStart(2, '0')}-${day.padStart(2, '0')}`, time);
}

function instant(day: string, time: string): number | null {
  const at = Date.parse(`${day}T${time}${ZONE}`);
  return Number.isNaN(at) ? null : at;
}

import ExcelJS from 'exceljs';
import { DUE_SOON } from './due-soon.ts';

/** A resource of the quote, and what it is sold as. */
export interface QuotedResource {
  readonly id: string;
  /** As the sandbox names it; `domain` for a domain. */
  readonly product: string;
}

const PRODUCTS = ['ecs', 'ecs', 'rds', 'tair', 'mongodb', 'swas', 'hbase', 'ddos', 'waf'] as const;
const MONTHLY = 10;
const YEARLY = 12;

/** So many servers, whose ids begin so. */
export function servers(count: number, prefix = 'i'): QuotedResource[] {
  return Array.from({ length: count }, (_, at) => ({ id: `${prefix}-${at}`, product: 'ecs' }));
}

/** So many instances, of all products in turn, and so many domains. */
export function everything(instances: number, domains: number): QuotedResource[] {
  return [
    ...Array.from({ length: instances }, (_, at) => ({
      id: `i-${at}`,
      product: PRODUCTS[at % PRODUCTS.length]!,
    })),
    ...Array.from({ length: domains }, (_, at) => ({ id: `name-${at}.com`, product: 'domain' })),
  ];
}

/** The sandbox's world of these resources. */
export function worldOf(resources: readonly QuotedResource[]) {
  const [instances, domains] = [false, true].map((wanted) =>
    resources.filter(({ product }) => (product === 'domain') === wanted),
  ) as [QuotedResource[], QuotedResource[]];
  const expires = DUE_SOON.instant;
  return {
    instances: instances.map(({ id, product }) => ({ id, product, expires, price: `${MONTHLY}` })),
    domains: domains.map(({ id: name }) => ({ name, expires, price: `${YEARLY}` })),
  };
}

/** An approved quote that fits them: instances for a month, domains for a year. */
export async function mixedQuote(resources: readonly QuotedResource[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Renewals');
  sheet.addRow(['Resource ID', 'Product', 'Expires On', 'Renewal Duration', 'Approved Price']);
  for (const { id, product } of resources) {
    const [term, price] = product === 'domain' ? ['1 year', YEARLY] : ['1 month', MONTHLY];
    sheet.addRow([id, product, DUE_SOON.text, term, price]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

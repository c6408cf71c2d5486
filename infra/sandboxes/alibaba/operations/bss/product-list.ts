import { z } from 'zod';

import { type Operation, refuseBss, succeedBss } from '../../gateway/answer.ts';
import { onRightSite, pageSizeOf, refuseParameters } from '../../gateway/bss.ts';
import { count, readParameters } from '../../gateway/parameters.ts';

const MAX_PAGE = 300;

const listSchema = z.object({
  PageNum: count.pipe(z.int().min(1)),
  PageSize: count.pipe(z.int().min(1)).default(20),
});

/** QueryProductList: here the products of which the account has something (section 2.6). */
export const bssProducts: Operation = onRightSite((state, { query }) => {
  const read = readParameters(listSchema, query);
  if (read.kind === 'wrong') return refuseParameters(state, read);
  const size = pageSizeOf(state, read.value.PageSize, MAX_PAGE);
  if (size === undefined) return refuseBss(state, 'InvalidParameter');
  const products = new Map(
    [...state.items.values()].map(({ productCode, productType }) => [
      `${productCode} ${productType}`,
      {
        ProductCode: productCode,
        ProductName: productCode,
        ProductType: productType,
        SubscriptionType: 'Subscription',
      },
    ]),
  );
  const from = (read.value.PageNum - 1) * size;
  return succeedBss(state, {
    PageNum: read.value.PageNum,
    PageSize: size,
    TotalCount: products.size,
    ProductList: { Product: [...products.values()].slice(from, from + size) },
  });
});

import { z } from 'zod';

import { count } from '../../gateway/parameters.ts';

/** PageNum and PageSize of the Domain API, both required. */
export const pagingFields = {
  PageNum: count.pipe(z.int().min(1)),
  PageSize: count.pipe(z.int().min(1)),
};

/** One page, and what the Domain API says of it beside. */
export function pageOf<Item>(
  items: readonly Item[],
  { PageNum, PageSize }: { readonly PageNum: number; readonly PageSize: number },
): { readonly page: Item[]; readonly fields: object } {
  const from = (PageNum - 1) * PageSize;
  const pages = Math.ceil(items.length / PageSize);
  return {
    page: items.slice(from, from + PageSize),
    fields: {
      TotalItemNum: items.length,
      CurrentPageNum: PageNum,
      TotalPageNum: pages,
      PageSize,
      PrePage: PageNum > 1,
      NextPage: PageNum < pages,
    },
  };
}

import type { Answer } from '../../../renewal/answer.ts';
import { readAnswer } from '../../wire/read-answer.ts';
import { readPages } from '../../wire/read-pages.ts';
import type { Connection } from '../connection.ts';
import { instancePage } from './instance-shape.ts';

/** The most instances of a page (Alibaba contract, section 2.2). */
const PAGE = 300;

/** The codes of all products of which the account has subscriptions, read from the subscriptions. */
export async function productCodes({ client }: Connection): Promise<Answer<readonly string[]>> {
  const read = await readPages(
    async ({ page }) => {
      const query = {
        SubscriptionType: 'Subscription',
        PageNum: `${page}`,
        PageSize: `${PAGE}`,
      };
      const answer = readAnswer(await client.call({ api: 'instances', query }), instancePage);
      if (answer.kind !== 'done') return answer;
      const { TotalCount: total, InstanceList: items } = answer.value.Data;
      return { kind: 'done', value: { total, items } };
    },
    ({ InstanceID: id }) => id ?? '',
  );
  if (read.kind !== 'done') return read;
  const codes = new Set(read.value.flatMap(({ ProductCode: code }) => code ?? []));
  return { kind: 'done', value: [...codes] };
}

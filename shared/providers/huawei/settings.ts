import * as z from 'zod/mini';
import {
  isBaseUrl,
  isUrl,
  text,
  wholeNumber,
  type WrittenSettings,
  writtenSettings,
} from '../../settings/setting-kinds.ts';
import type { HuaweiSettings } from './settled-settings.ts';

const ENDPOINT =
  'must be the base URL of the billing API without a path, such as "https://bss-intl.myhuaweicloud.com"';
const EXPIRE_POLICY = 'must be a whole number from 0 to 3, or "none"';
const IAM_USER = 'must be the name of an IAM user, or "none"';
const ORDER_URL =
  'must be a web address with {order} where the number of the order goes, or "none"';

const SITE =
  'must be the host of the provider\'s billing API behind the endpoint, such as "bss-intl.myhuaweicloud.com", or "none"';

/** What only accounts at Huawei Cloud may set, as it stands in `accounts.json`. */
export const huaweiWritten: WrittenSettings<HuaweiSettings> = writtenSettings({
  fields: {
    endpoint: text(ENDPOINT, isBaseUrl),
    callsPerSecond: z._default(wholeNumber(10_000), 10),
    iamUser: z.optional(text(IAM_USER, (name) => /\S/u.test(name))),
    expirePolicy: z.optional(
      z.int(EXPIRE_POLICY).check(z.gte(0, EXPIRE_POLICY), z.lte(3, EXPIRE_POLICY)),
    ),
    orderUrl: z.optional(text(ORDER_URL, (link) => link.includes('{order}') && isUrl(link))),
    site: z.optional(text(SITE, (host) => /^[a-z\d.:-]{1,100}$/u.test(host))),
  },
  optional: ['iamUser', 'expirePolicy', 'orderUrl', 'site'],
  complete: ({ endpoint, callsPerSecond, iamUser, expirePolicy, orderUrl, site }) => ({
    provider: 'huawei',
    endpoint: new URL(endpoint).origin,
    callsPerSecond,
    iamUser: iamUser ?? null,
    expirePolicy: expirePolicy ?? null,
    orderUrl: orderUrl ?? null,
    site: site ?? null,
  }),
});

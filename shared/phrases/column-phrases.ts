import type { Phrase } from './phrase.ts';

/** What a column of a file is read as, by what it is about. */
export const READ_AS = {
  id: { en: 'as resource id', zh: '资源ID' },
  name: { en: 'as name', zh: '名称' },
  product: { en: 'as product', zh: '产品' },
  region: { en: 'as region', zh: '区域' },
  expiry: { en: 'as expiry date before the renewal', zh: '续费前的到期时间' },
  term: { en: 'as renewal term', zh: '续费时长' },
  unit: { en: 'as unit of the renewal term', zh: '续费时长的单位' },
  approvedPrice: {
    en: 'as approved price: no other price counts',
    zh: '批准价格：其他价格均不作数',
  },
  discountedPrice: { en: 'as price', zh: '价格' },
  listPrice: {
    en: 'as price where no discounted or approved one stands',
    zh: '没有优惠价或批准价时的价格',
  },
  currency: { en: 'as currency', zh: '币种' },
  status: {
    en: 'as status: nothing is renewed that it calls cancelled or rejected',
    zh: '状态：标为取消或驳回的不续费',
  },
  project: { en: 'as enterprise project', zh: '企业项目' },
  order: { en: 'as order', zh: '订单' },
  childOf: { en: 'as the resource that it belongs to', zh: '所属资源' },
  approved: { en: 'as approval: only what says yes is renewed', zh: '批准：仅续费填写“是”的行' },
  approvedBy: { en: 'as who approved', zh: '批准人' },
  reference: { en: 'as reference', zh: '参考号' },
  note: {
    en: 'as note: nothing is renewed that it says not to renew',
    zh: '备注：注明不续费的不续费',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** How the columns of a file were read. */
export const COLUMNS = {
  title: { en: 'How the columns were read', zh: '各列的识别方式' },
  column: { en: 'Column', zh: '列' },
  how: { en: 'How it was read', zh: '识别为' },
  notUsed: { en: 'not used: comes back as it is', zh: '未使用：原样保留' },
  place: { en: '{place}: {heading}', zh: '{place}：{heading}' },
  ofSheet: { en: '{sheet}, {column}', zh: '{sheet}，{column}' },
  noHeading: { en: 'no heading', zh: '无标题' },
  more: { en: '{count} more {count|column|columns}.', zh: '另有{count}列。' },
} as const satisfies Readonly<Record<string, Phrase>>;

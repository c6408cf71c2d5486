import type { TextSample } from './text-sample.ts';

/** Quotes about prices, currencies and how figures are written. */
export const AMOUNTS: readonly TextSample[] = [
  [
    'a net price beside the list price',
    `Resource ID | Expires | Term | List Price | Net Price
     r1 | 2027-03-31 | 1 month | 100.00 | 80.00`,
    ['pay 80'],
  ],
  [
    'a price that nobody knows beside the list price',
    `Resource ID | Expires | Term | List Price | Deal price
     r1 | 2027-03-31 | 1 month | 100.00 | 80.00`,
    'refused: "Deal price"',
  ],
  [
    'the same, known to the account',
    `Resource ID | Expires | Term | List Price | Deal price
     r1 | 2027-03-31 | 1 month | 100.00 | 80.00`,
    ['pay 80'],
    { headings: { discountedPrice: ['Deal price'] } },
  ],
  [
    'a price of last year',
    `Resource ID | Expires | Term | List Price | List Price (last year)
     r1 | 2027-03-31 | 1 month | 100.00 | 80.00`,
    ['pay 100'],
  ],
  [
    'nothing but a price of last year',
    `Resource ID | Expires | Term | List Price (last year)
     r1 | 2027-03-31 | 1 month | 80.00`,
    'refused: last year',
  ],
  [
    'prices in ten thousands',
    `资源ID | 到期时间 | 续费时长 | 官网价（万元）
     r1 | 2027-03-31 | 1年 | 1.20`,
    'refused: 万元',
    { currency: 'CNY' },
  ],
  [
    'prices in cents',
    `Resource ID | Expires | Term | List Price (cents)
     r1 | 2027-03-31 | 1 month | 10000`,
    'refused: "cents"',
  ],
  [
    'prices for a year, for a row of a year and one of a month',
    `Resource ID | Expires | Term | List Price (USD/year)
     r1 | 2027-03-31 | 1 year | 100.00
     r2 | 2027-03-31 | 1 month | 100.00`,
    ['pay 100 for 1 year', 'invalid: price of one year'],
  ],
  [
    'a price for each term',
    `Resource ID | Expires | Term | Price (1 month) | Price (1 year)
     r1 | 2027-03-31 | 1 year | 10.00 | 100.00
     r2 | 2027-03-31 | 1 month | 10.00 | 100.00`,
    'refused: "1 month"',
  ],
  [
    'a price per month and one per year',
    `Resource ID | Expires | Term | Price (per month) | Price (per year)
     r1 | 2027-03-31 | 1 year | 10.00 | 100.00
     r2 | 2027-03-31 | 1 month | 10.00 | 100.00
     r3 | 2027-03-31 | 3 months | 10.00 | 100.00`,
    ['pay 100', 'pay 10', 'invalid: price of one month'],
  ],
  [
    'prices in złoty',
    `Resource ID | Expires | Term | List Price (zł)
     r1 | 2027-03-31 | 1 month | 100.00`,
    ['invalid: "PLN"'],
  ],
  [
    'prices in Yuan for an account in Yuan',
    `Resource ID | Expires | Term | List Price (Yuan)
     r1 | 2027-03-31 | 1 month | 100.00`,
    ['pay 100'],
    { currency: 'CNY' },
  ],
  [
    'a price in two currencies',
    `Resource ID | Expires | Term | List Price (CNY) | List Price (USD)
     r1 | 2027-03-31 | 1 month | 700.00 | 100.00`,
    ['pay 100'],
  ],
  [
    'a column of another currency',
    `Resource ID | Expires | Term | List Price | Ccy
     r1 | 2027-03-31 | 1 month | 100.00 | CNY
     r2 | 2027-03-31 | 1 month | 100.00 | usd`,
    ['invalid: "CNY"', 'pay 100'],
  ],
  [
    'a currency that only the heading names',
    `Resource ID | Expires | Term | List Price | Ccy: CNY
     r1 | 2027-03-31 | 1 month | 100.00 | ·`,
    ['invalid: "CNY"'],
  ],
  [
    'a currency under a heading that nobody knows',
    `Resource ID | Expires | Term | List Price | Pays with
     r1 | 2027-03-31 | 1 month | 100.00 | CNY`,
    'refused: "Pays with"',
  ],
  [
    'a currency above the table',
    `Ccy: CNY
     Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00`,
    'refused: Ccy: CNY',
  ],
  [
    'a sentence about the currency',
    `Please note that all prices are in RMB
     Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00`,
    'refused: in RMB',
  ],
  [
    'a unit below the table',
    `资源ID | 到期时间 | 续费时长 | 官网价
     r1 | 2027-03-31 | 1个月 | 100.00
     · | · | · | 单位：万元`,
    'refused: 万元',
    { currency: 'CNY' },
  ],
  [
    'the account’s own currency above the table',
    `Currency: USD
     All prices are in US dollars
     Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00`,
    ['pay 100'],
  ],
  [
    'two list prices that disagree, and agree',
    `Resource ID | Expires | Term | List Price | Renewal Price
     r1 | 2027-03-31 | 1 month | 100.00 | 90.00
     r2 | 2027-03-31 | 1 month | 100.00 | 100.00`,
    ['invalid: says otherwise', 'pay 100'],
  ],
  [
    'decimal points and commas for thousands',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 1,234
     r2 | 2027-03-31 | 1 month | 99.50
     r3 | 2027-03-31 | 1 month | .5
     r4 | 2027-03-31 | 1 month | 012,345`,
    ['pay 1234', 'pay 99.5', 'pay 0.5', 'invalid'],
  ],
  [
    'decimal points and decimal commas in one column',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 1,234
     r2 | 2027-03-31 | 1 month | 99.50
     r3 | 2027-03-31 | 1 month | 12,30`,
    ['invalid: 1234 or as 1.234', 'pay 99.5', 'invalid: comma'],
  ],
  [
    'decimal commas',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 1.234
     r2 | 2027-03-31 | 1 month | 99,50
     r3 | 2027-03-31 | 1 month | 1.234,56
     r4 | 2027-03-31 | 1 month | 0,512`,
    ['pay 1234', 'pay 99.5', 'pay 1234.56', 'pay 0.51'],
  ],
  [
    'a figure that may be read either way',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 1,234
     r2 | 2027-03-31 | 1 month | 980`,
    ['invalid: 1234 or as 1.234', 'pay 980'],
  ],
  [
    'apostrophes, blanks and Chinese words',
    `资源ID | 到期时间 | 续费时长 | 官网价
     r1 | 2027-03-31 | 1个月 | 1'234.56
     r2 | 2027-03-31 | 1个月 | 10 000
     r3 | 2027-03-31 | 1个月 | 1,234.50元整
     r4 | 2027-03-31 | 1个月 | 人民币1,234.50元
     r5 | 2027-03-31 | 1个月 | ￥１２.３０`,
    ['pay 1234.56', 'pay 10000', 'pay 1234.5', 'pay 1234.5', 'pay 12.3'],
    { currency: 'CNY' },
  ],
  [
    'no prices',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | on request
     r2 | 2027-03-31 | 1 month | 12³
     r3 | 2027-03-31 | 1 month | 5%
     r4 | 2027-03-31 | 1 month | 1.2.3
     r5 | 2027-03-31 | 1 month | 12 / month
     r6 | 2027-03-31 | 1 month | 1\u202e2.00`,
    ['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'invalid: direction'],
  ],
  [
    'money without a heading',
    `Resource ID | Expires | Term | List Price | ·
     r1 | 2027-03-31 | 1 month | 100.00 | $80.00`,
    'refused: "E"',
  ],
  [
    'figures that are no money',
    `Resource ID | Expires | Term | List Price | vCPUs | Disk (GB) | Usable discount | Total disks
     r1 | 2027-03-31 | 1 month | 100.00 | 4 | 100 | 20.00 | 3`,
    ['pay 100'],
  ],
  [
    'a discount that the list price does not have in it',
    `Resource ID | Expires | Term | List Price | Discount
     r1 | 2027-03-31 | 1 month | 100.00 | 20%
     r2 | 2027-03-31 | 1 month | 100.00 | 0%
     r3 | 2027-03-31 | 1 month | 100.00 | ·`,
    ['invalid: "Discount" says otherwise', 'pay 100', 'pay 100'],
  ],
  [
    'a discount beside the list price where the price after it is missing',
    `资源ID | 到期时间 | 续费时长 | 官网价 | 折扣 | 折后价
     r1 | 2027-03-31 | 1个月 | 100.00 | 8折 | 80.00
     r2 | 2027-03-31 | 1个月 | 100.00 | 8折 | ·
     r3 | 2027-03-31 | 1个月 | 100.00 | 10折 | ·`,
    ['pay 80', 'invalid', 'pay 100'],
  ],
  [
    'a discount beside a price that may have it in it',
    `Resource ID | Expires | Term | Price | Discount
     r1 | 2027-03-31 | 1 month | 80.00 | 20%`,
    ['pay 80'],
  ],
  [
    'the heading of the prices over two kinds of them',
    `Resource ID | Expires | Term | Price | ·
     · | · | · | List | Discounted
     r1 | 2027-03-31 | 1 month | 100.00 | 80.00`,
    ['pay 80'],
  ],
  [
    'this year’s and last year’s prices',
    `Resource ID | Expires | Term | Last year | This year
     · | · | · | List Price | List Price
     r1 | 2027-03-31 | 1 month | 70.00 | 100.00`,
    ['pay 100'],
  ],
];

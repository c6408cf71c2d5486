import { SHORT_BALANCE } from '../../../renewal/short-balance.ts';
import type { ListedError } from './listed-error.ts';

/** Codes about the whole account, its keys or its money: the job is suspended (contract, section 12, scope A). */
export const ACCOUNT_ERRORS: readonly ListedError[] = [
  {
    codes: ['CBC.0151', 'CBC.0155'],
    remedy: 'suspend',
    reason: 'Huawei Cloud denied the service account access.',
    advice:
      'The service account lacks permission to renew. Ask an administrator to grant the billing permissions, then resume.',
    adviceZh: '服务账号没有续费权限。请管理员授予费用中心相关权限后继续执行。',
    section: '1.2, 5, 12',
  },
  {
    codes: ['CBC.0154'],
    remedy: 'suspend',
    reason: 'The login to Huawei Cloud is invalid or has expired.',
    advice: 'Renew the credentials, then resume.',
    adviceZh: '登录凭证无效或已过期。请更新凭证后继续执行。',
    section: '3, 12',
  },
  {
    codes: ['CBC.0156'],
    remedy: 'suspend',
    reason: 'This account belongs to another Huawei Cloud site.',
    advice:
      'Check whether the account is of the China or of the international site and correct its endpoint, then resume.',
    adviceZh: '该账号属于华为云其他站点。请核对站点(中国站或国际站)设置后继续执行。',
    section: '0, 12',
  },
  {
    codes: ['APIGW.0301'],
    remedy: 'suspend',
    reason: 'Huawei Cloud refused the access key or its signature.',
    advice:
      'Check the stored access key and secret key before resuming: five refusals in a row block the key for five minutes.',
    adviceZh: '访问密钥或签名被拒绝。请核对已保存的密钥后再继续执行(连续失败五次将锁定五分钟)。',
    section: '8.2, 12',
  },
  {
    codes: ['APIGW.0303'],
    remedy: 'suspend',
    reason: 'Huawei Cloud refused the request because of its signature time or credentials.',
    advice: 'Check the stored access key, then resume.',
    adviceZh: '请求因签名时间或凭证被拒绝。请核对已保存的密钥后继续执行。',
    section: '8.2, 12',
  },
  {
    codes: ['APIGW.0101'],
    remedy: 'suspend',
    reason: 'Huawei Cloud does not know the address that was called.',
    advice:
      'The service address of the account is wrong. Ask the operator to correct it, then resume.',
    adviceZh: '服务地址不正确。请联系运维人员修改该账号的服务地址后继续执行。',
    section: '8.2, 12',
  },
  {
    codes: ['CBC.7281'],
    remedy: 'suspend',
    reason: 'The account is frozen: nothing can be renewed or unsubscribed.',
    advice: 'Clear the freeze (often unpaid bills), then resume.',
    adviceZh: '账号已被冻结。请先解除冻结(通常是结清欠费)后继续执行。',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.30050006'],
    remedy: 'suspend',
    reason: 'An automatic payment failed, and an unpaid order may remain.',
    advice: 'Top up the account, pay or cancel the unpaid order in the console, then resume.',
    adviceZh: '自动支付失败,可能留有未支付订单。请充值,并在控制台支付或取消该订单后继续执行。',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99005003', 'CBC.30060005'],
    remedy: 'suspend',
    reason: SHORT_BALANCE,
    advice: 'Top up the account, then resume. Orders already made are kept and paid then.',
    adviceZh: '账户余额不足。请充值后继续执行,已生成的订单会保留并届时支付。',
    section: '4, 12',
  },
  {
    codes: ['CBC.99008056'],
    remedy: 'suspend',
    reason: 'The daily transaction limit of the account is reached.',
    advice: 'Resume on the next day, or have the limit raised.',
    adviceZh: '已达到当日交易限额。请次日继续执行,或申请提高限额。',
    section: '4, 12',
  },
  {
    codes: ['CBC.99000049'],
    remedy: 'suspend',
    reason: 'The balance of this account is managed by a reseller.',
    advice: 'Ask the reseller for the balance.',
    adviceZh: '该账号的余额由经销商管理。请向经销商查询余额。',
    section: '6, 12',
  },
  {
    codes: ['CBC.0250', 'APIGW.0308', 'CBC.99007197'],
    remedy: 'wait',
    reason: 'Huawei Cloud received too many requests and did nothing.',
    advice: 'Nothing to do: the call is made again.',
    adviceZh: '请求过于频繁,未执行任何操作。无需处理,系统会自动重试。',
    section: '9, 12',
  },
];

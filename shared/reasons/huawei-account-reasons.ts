import type { Entry } from './entry.ts';

/** What Huawei Cloud's codes about the whole account, its keys or its money mean. */
export const HUAWEI_ACCOUNT_REASONS = {
  'access-denied': {
    en: {
      reason: 'Huawei Cloud denied the service account access.',
      advice:
        'The service account lacks permission to renew. Ask an administrator to grant the billing permissions, then resume.',
    },
    zh: {
      reason: '华为云拒绝了服务账号的访问。',
      advice: '服务账号没有续费权限。请管理员授予费用中心相关权限后恢复任务。',
    },
  },
  'login-expired': {
    en: {
      reason: 'The login to Huawei Cloud is invalid or has expired.',
      advice: 'Renew the credentials, then resume.',
    },
    zh: { reason: '登录凭证无效或已过期。', advice: '请更新凭证后恢复任务。' },
  },
  'other-site': {
    en: {
      reason: 'This account belongs to another Huawei Cloud site.',
      advice:
        'Check whether the account is of the China or of the international site and correct its endpoint, then resume.',
    },
    zh: {
      reason: '该账号属于华为云其他站点。',
      advice: '请核对站点（中国站或国际站）设置后恢复任务。',
    },
  },
  'key-refused': {
    en: {
      reason: 'Huawei Cloud refused the access key or its signature.',
      advice:
        'Check the stored access key and secret key before resuming: five refusals in a row block the key for five minutes.',
    },
    zh: {
      reason: '访问密钥或签名被拒绝。',
      advice: '请核对已保存的密钥后再恢复任务（连续失败五次将锁定五分钟）。',
    },
  },
  'signature-time-refused': {
    en: {
      reason: 'Huawei Cloud refused the request because of its signature time or credentials.',
      advice: 'Check the stored access key, then resume.',
    },
    zh: {
      reason: '请求因签名时间或凭证被拒绝。',
      advice: '请核对已保存的密钥后恢复任务。',
    },
  },
  'user-not-allowed': {
    en: {
      reason: 'Huawei Cloud does not allow this user to call it.',
      advice: 'Ask an administrator to allow the service account this use, then resume.',
    },
    zh: { reason: '华为云不允许该用户调用。', advice: '请管理员为服务账号开通权限后恢复任务。' },
  },
  'caller-not-allowed': {
    en: {
      reason: 'Huawei Cloud does not allow calls from this application or this network address.',
      advice: 'Ask an administrator to allow them, then resume.',
    },
    zh: {
      reason: '华为云不允许来自该应用或该网络地址的调用。',
      advice: '请管理员放行后恢复任务。',
    },
  },
  'interface-not-allowed': {
    en: {
      reason: 'Huawei Cloud denies this account the interface that was called.',
      advice: 'Ask an administrator to allow its use, then resume.',
    },
    zh: { reason: '华为云拒绝该账号使用所调用的接口。', advice: '请管理员开通后恢复任务。' },
  },
  'token-not-accepted': {
    en: {
      reason:
        'Huawei Cloud demands other credentials, which it also does of an account in arrears and of a wrong region.',
      advice:
        'Check whether the account is in arrears, its endpoint and the stored access key, then resume.',
    },
    zh: {
      reason: '华为云要求更换凭证；账号欠费或区域有误时也会如此。',
      advice: '请核对账号是否欠费、服务地址以及已保存的密钥后恢复任务。',
    },
  },
  'caller-refused': {
    en: {
      reason: 'Huawei Cloud refuses this account or its key as a whole: {said}.',
      advice: 'Have an administrator see to what it says, then resume.',
    },
    zh: {
      reason: '华为云整体拒绝该账号或其密钥：{said}。',
      advice: '请管理员据此处理后恢复任务。',
    },
  },
  'keys-unusable': {
    en: {
      reason:
        'The stored keys of the account cannot be used, so nothing can be asked for with them.',
      advice:
        'Store a secret that is JSON with "accessKey" and "secretKey", each of them in one line and without blanks, then resume.',
    },
    zh: {
      reason: '已保存的账号密钥无法使用，因此无法发出任何请求。',
      advice:
        '请将密钥保存为JSON，包含"accessKey"和"secretKey"，均为单行且不含空格，然后恢复任务。',
    },
  },
  'address-unknown': {
    en: {
      reason: 'Huawei Cloud does not know the address that was called.',
      advice:
        'The service address of the account is wrong. Ask the operator to correct it, then resume.',
    },
    zh: {
      reason: '服务地址不正确。',
      advice: '请联系运维人员修改该账号的服务地址后恢复任务。',
    },
  },
  'account-frozen': {
    en: {
      reason: 'The account is frozen: nothing can be renewed or unsubscribed.',
      advice: 'Clear the freeze (often unpaid bills), then resume.',
    },
    zh: {
      reason: '账号已被冻结，无法续费或退订。',
      advice: '请先解除冻结（通常是结清欠费）后恢复任务。',
    },
  },
  'automatic-payment-failed': {
    en: {
      reason: 'An automatic payment failed, and an unpaid order may remain.',
      advice: 'Top up the account, pay or cancel the unpaid order in the console, then resume.',
    },
    zh: {
      reason: '自动支付失败，可能留有未支付订单。',
      advice: '请充值，并在控制台支付或取消该订单后恢复任务。',
    },
  },
  'short-balance': {
    en: {
      reason: 'The balance of the account does not suffice.',
      advice: 'Top up the account, then resume. Orders already made are kept and paid then.',
    },
    zh: {
      reason: '账号余额不足。',
      advice: '请充值后恢复任务，已生成的订单会保留并届时支付。',
    },
  },
  'daily-limit-reached': {
    en: {
      reason: 'The daily transaction limit of the account is reached.',
      advice: 'Resume on the next day, or have the limit raised.',
    },
    zh: { reason: '已达到当日交易限额。', advice: '请次日恢复任务，或申请提高限额。' },
  },
  'reseller-balance': {
    en: {
      reason: 'The balance of this account is managed by a reseller.',
      advice: 'Ask the reseller for the balance.',
    },
    zh: { reason: '该账号的余额由经销商管理。', advice: '请向经销商查询余额。' },
  },
  'too-many-requests': {
    en: {
      reason: 'Huawei Cloud received too many requests and did nothing.',
      advice: 'Nothing to do: the call is made again.',
    },
    zh: { reason: '请求过于频繁，未执行任何操作。', advice: '无需处理，系统会自动重试。' },
  },
  'request-rejected': {
    en: {
      reason: 'Huawei Cloud rejected a billing request as invalid.',
      advice: 'Report this to the operator; nothing is paid until it is solved.',
    },
    zh: {
      reason: '账务请求被判定为无效。',
      advice: '请反馈给运维人员，问题解决前不会扣款。',
    },
  },
  'unexpected-code': {
    en: {
      reason: 'Huawei Cloud answered with an unexpected code ({said}).',
      advice: 'Look the code up with Huawei Cloud before trying again.',
    },
    zh: {
      reason: '华为云返回了未知的错误码（{said}）。',
      advice: '请先向华为云查询该错误码，再重新尝试。',
    },
  },
  'other-currency': {
    en: {
      reason: 'The account bills in {billed} but its settings say {currency}.',
      advice: "Correct the account's currency setting, then resume.",
    },
    zh: {
      reason: '该账号以{billed}计费，但其设置为{currency}。',
      advice: '请更正该账号的币种设置后恢复任务。',
    },
  },
  'other-unit': {
    en: {
      reason:
        'Huawei Cloud gave an amount in unit {unit}, which is not the main unit of {currency}.',
      advice: 'Report this to the operator; nothing is paid until it is solved.',
    },
    zh: {
      reason: '华为云给出的金额单位为{unit}，不是{currency}的主单位。',
      advice: '请反馈给运维人员，问题解决前不会扣款。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;

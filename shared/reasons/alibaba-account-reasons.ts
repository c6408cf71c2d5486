import type { Entry } from './entry.ts';

/** What Alibaba Cloud's codes about the whole account, its keys or its money mean. */
export const ALIBABA_ACCOUNT_REASONS = {
  'alibaba-key-refused': {
    en: {
      reason: 'Alibaba Cloud refused the access key or its signature.',
      advice: 'Check the stored access key and secret key, then resume; nothing was charged.',
    },
    zh: {
      reason: '阿里云拒绝了访问密钥或其签名。',
      advice: '请核对已保存的密钥后恢复任务；未发生扣款。',
    },
  },
  'alibaba-signing-time': {
    en: {
      reason: 'Alibaba Cloud refused the request because of the time at which it was signed.',
      advice: 'Ask the operator to check the clock, then resume; nothing was renewed by it.',
    },
    zh: {
      reason: '阿里云因签名时间拒绝了请求。',
      advice: '请运维人员检查时钟后恢复任务；该请求未续费任何资源。',
    },
  },
  'alibaba-no-permission': {
    en: {
      reason: 'The access key has no permission for what renewing needs.',
      advice: 'Ask an administrator to grant the RAM actions that the manual lists, then resume.',
    },
    zh: {
      reason: '访问密钥没有续费所需的权限。',
      advice: '请管理员按手册所列授予RAM权限后恢复任务。',
    },
  },
  'alibaba-other-site': {
    en: {
      reason: 'The account does not belong to the Alibaba Cloud site that was called.',
      advice:
        'Check whether the account is of the China or of the international site and correct its "site", then resume.',
    },
    zh: {
      reason: '该账号不属于所调用的阿里云站点。',
      advice: '请核对账号属于中国站还是国际站，更正"site"设置后恢复任务。',
    },
  },
  'alibaba-orders-blocked': {
    en: {
      reason: 'Alibaba Cloud takes no orders of this account.',
      advice: 'Contact the support of Alibaba Cloud, then resume.',
    },
    zh: {
      reason: '阿里云不接受该账号的订单。',
      advice: '请联系阿里云客服解决后恢复任务。',
    },
  },
  'alibaba-profile-incomplete': {
    en: {
      reason: 'The profile, the tax data or the identity check of the account is incomplete.',
      advice: 'Complete it in the account center, then resume.',
    },
    zh: {
      reason: '账号资料、税务信息或实名认证不完整。',
      advice: '请在账号中心补充完整后恢复任务。',
    },
  },
  'no-means-of-payment': {
    en: {
      reason: 'The account has neither enough balance nor a valid means of payment.',
      advice: 'Top up the account or correct its means of payment, then resume.',
    },
    zh: {
      reason: '账号余额不足，且没有有效的支付方式。',
      advice: '请充值或更正支付方式后恢复任务。',
    },
  },
  'alibaba-reseller-limit': {
    en: {
      reason: 'The reseller of the account limits what it may buy.',
      advice: 'Ask the reseller to lift the limit, then resume.',
    },
    zh: {
      reason: '该账号的购买受经销商限制。',
      advice: '请联系经销商解除限制后恢复任务。',
    },
  },
  'alibaba-overdue-bills': {
    en: {
      reason: 'The account has bills that are overdue.',
      advice: 'Pay them in the console, then resume.',
    },
    zh: { reason: '该账号有逾期未付的账单。', advice: '请先在控制台结清账单，再恢复任务。' },
  },
  'alibaba-not-known-there': {
    en: {
      reason: 'Alibaba Cloud does not know the interface that was called.',
      advice:
        'The service address of the account is wrong or out of date. Ask the operator to correct it, then resume; nothing was renewed by it.',
    },
    zh: {
      reason: '阿里云不识别所调用的接口。',
      advice: '该账号的服务地址有误或已过时，请运维人员更正后恢复任务；该请求未续费任何资源。',
    },
  },
  'alibaba-too-many-requests': {
    en: {
      reason: 'Alibaba Cloud received too many requests and did nothing.',
      advice: 'Nothing to do: the call is made again.',
    },
    zh: { reason: '阿里云收到过多请求，未执行任何操作。', advice: '无需处理，系统会自动重试。' },
  },
  'alibaba-request-rejected': {
    en: {
      reason: 'Alibaba Cloud rejected a request as invalid.',
      advice: 'Report this to the operator; nothing is paid until it is solved.',
    },
    zh: {
      reason: '阿里云判定请求无效。',
      advice: '请反馈给运维人员，问题解决前不会扣款。',
    },
  },
  'alibaba-caller-refused': {
    en: {
      reason: 'Alibaba Cloud refuses this account or its key as a whole: {said}.',
      advice: 'Have an administrator see to what it says, then resume.',
    },
    zh: {
      reason: '阿里云整体拒绝该账号或其密钥：{said}。',
      advice: '请管理员据此处理后恢复任务。',
    },
  },
  'alibaba-unexpected-code': {
    en: {
      reason: 'Alibaba Cloud answered with an unexpected code ({said}).',
      advice: 'Look the code up with Alibaba Cloud before trying again.',
    },
    zh: {
      reason: '阿里云返回了未知的错误码（{said}）。',
      advice: '请先向阿里云查询该错误码，再重新尝试。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;

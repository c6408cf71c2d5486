import type { Entry } from './entry.ts';

/** What a dry run says of a row, of the file and of its account. */
export const CHECK_REASONS = {
  'nothing-in-the-way': {
    en: { reason: 'Nothing stands in the way of it today.', advice: '' },
    zh: { reason: '目前没有任何障碍。', advice: '' },
  },
  'nothing-in-the-way-price-not-told': {
    en: {
      reason:
        'It would be renewed; the provider tells no price before, so that the approved one is counted here.',
      advice: '',
    },
    zh: { reason: '将会续费；云服务商事先不提供价格，此处按批准价格计算。', advice: '' },
  },
  'not-looked-at': {
    en: { reason: 'The dry run ended before it came to this row.', advice: '' },
    zh: { reason: '试运行在处理到此行之前已结束。', advice: '' },
  },
  'file-would-be-rejected': {
    en: { reason: 'The file would be rejected.', advice: '{first.whole}' },
    zh: { reason: '文件将被拒绝。', advice: '{first.whole}' },
  },
  'job-would-be-suspended': {
    en: { reason: 'The job would be suspended before this row.', advice: '{first.whole}' },
    zh: { reason: '任务将在处理到此行之前暂停。', advice: '{first.whole}' },
  },
  'provider-did-not-answer': {
    en: { reason: 'The provider did not answer.', advice: '{first.whole}' },
    zh: { reason: '云服务商没有答复。', advice: '{first.whole}' },
  },
  'huawei-did-not-answer': {
    en: { reason: 'Huawei Cloud did not answer.', advice: 'Drop the file again later.' },
    zh: { reason: '华为云没有答复。', advice: '请稍后重新提交文件。' },
  },

  'with-a-yes-renewed': {
    en: { reason: '{first.reason} With a yes it would be renewed.', advice: '{first.advice}' },
    zh: { reason: '{first.reason}若批准，将会续费。', advice: '{first.advice}' },
  },
  'with-a-yes-already-renewed': {
    en: {
      reason: '{first.reason} With a yes it has been renewed already. {second.reason}',
      advice: '{first.advice}',
    },
    zh: {
      reason: '{first.reason}即使批准，该资源也已续费。{second.reason}',
      advice: '{first.advice}',
    },
  },
  'with-a-yes-held': {
    en: {
      reason: '{first.reason} With a yes it would be held. {second.reason}',
      advice: '{first.advice}',
    },
    zh: { reason: '{first.reason}若批准，将被搁置。{second.reason}', advice: '{first.advice}' },
  },
  'with-a-yes-not-renewable': {
    en: {
      reason: '{first.reason} With a yes it could not be renewed. {second.reason}',
      advice: '{first.advice}',
    },
    zh: { reason: '{first.reason}即使批准，也无法续费。{second.reason}', advice: '{first.advice}' },
  },
  'with-a-yes-invalid': {
    en: {
      reason: '{first.reason} With a yes it would be invalid. {second.reason}',
      advice: '{first.advice}',
    },
    zh: { reason: '{first.reason}若批准，将视为无效。{second.reason}', advice: '{first.advice}' },
  },
  'with-a-yes-not-approved': {
    en: {
      reason: '{first.reason} With a yes it would not be approved. {second.reason}',
      advice: '{first.advice}',
    },
    zh: {
      reason: '{first.reason}即使填写“是”，也不视为批准。{second.reason}',
      advice: '{first.advice}',
    },
  },
  'with-a-yes-not-attempted': {
    en: {
      reason: '{first.reason} With a yes it would not be attempted. {second.reason}',
      advice: '{first.advice}',
    },
    zh: { reason: '{first.reason}即使批准，也不会处理。{second.reason}', advice: '{first.advice}' },
  },
  'with-a-yes-needs-review': {
    en: {
      reason: '{first.reason} With a yes it would need review. {second.reason}',
      advice: '{first.advice}',
    },
    zh: {
      reason: '{first.reason}若批准，将需要人工核对。{second.reason}',
      advice: '{first.advice}',
    },
  },

  'job-not-over': {
    en: {
      reason:
        'Job {job} of this account is not over: the file would wait for it, and what it renews would be already renewed.',
      advice: '',
    },
    zh: {
      reason: '该账号的任务{job}尚未结束：文件将等待其结束，届时由其续费的资源将显示为已续费。',
      advice: '',
    },
  },
  'account-held': {
    en: {
      reason: 'Nothing is paid for this account until a person has looked: {first.whole}',
      advice: '',
    },
    zh: { reason: '在有人查看之前，该账号不会付款：{first.whole}', advice: '' },
  },
} as const satisfies Readonly<Record<string, Entry>>;

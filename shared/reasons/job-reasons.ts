import type { Entry } from './entry.ts';

/** Why a job is suspended, rejected, cancelled or expired, where no provider says it. */
export const JOB_REASONS = {
  'cancelled-by': {
    en: { reason: 'Cancelled by {by}.', advice: '' },
    zh: { reason: '由{by}取消。', advice: '' },
  },
  'approval-over': {
    en: {
      reason:
        'The approval was valid for a few days only, and they were over before all rows were renewed.',
      advice: '',
    },
    zh: { reason: '批准仅在数日内有效，在所有行续费完成之前已过期。', advice: '' },
  },
  'charged-above-compared': {
    en: {
      reason:
        'Order {order} was charged {charged} {currency}, more than the {compared} that it was to cost at most: look at this order before anything more is paid.',
      advice: '',
    },
    zh: {
      reason:
        '订单{order}实际扣款{charged} {currency}，高于其应付上限{compared}：请先查看该订单，之后才能继续付款。',
      advice: '',
    },
  },
  'other-time-zone': {
    en: {
      reason:
        "The expiry dates of {rows} {rows|row|rows} differ from the provider's in the same way, as if they were in another time zone: check the account's expiryZone (now {zone}) against the zone of the sheet.",
      advice: '',
    },
    zh: {
      reason:
        '有{rows}行的到期时间与云服务商处的差异相同，像是处于另一个时区：请核对账号的expiryZone设置（当前为{zone}）与表格所用的时区。',
      advice: '',
    },
  },
  'provider-silent': {
    en: {
      reason: 'The provider has given no clear answer since {since} ({said}), so nothing comes on.',
      advice:
        "Look at the provider's status page and its console; once it answers again, resume the job.",
    },
    zh: {
      reason: '云服务商自{since}起没有明确答复（{said}），任务无法继续。',
      advice: '请查看云服务商的状态页和控制台；恢复答复后再恢复任务。',
    },
  },
  'file-gone': {
    en: {
      reason:
        'The file was replaced or removed before it could be read; the newer one is a job of its own.',
      advice: '',
    },
    zh: { reason: '文件在读取之前已被替换或删除；较新的文件另成一个任务。', advice: '' },
  },
  'file-unreadable': {
    en: {
      reason:
        'The file is there, but reading it is refused ({refusal}): it may be encrypted with a key of another account, or this stack lacks a permission.',
      advice:
        'Upload it again with the encryption that the bucket sets by itself; if that is refused too, whoever runs this stack must see to its permissions.',
    },
    zh: {
      reason: '文件存在，但读取被拒绝({refusal})：可能以其他账号的密钥加密，或本系统缺少权限。',
      advice: '请以存储桶的默认加密方式重新上传；若仍被拒绝，请系统管理员检查权限。',
    },
  },
  'approval-not-visible': {
    en: {
      reason:
        'Whether the approved file still stands in the bucket cannot be seen ({refusal}), so nothing is ordered or paid.',
      advice: 'See to the permissions of the file and its encryption key, then resume the job.',
    },
    zh: {
      reason: '无法确认已批准的文件是否仍在存储桶中({refusal})，因此不下单也不付款。',
      advice: '请检查该文件及其加密密钥的权限，然后恢复任务。',
    },
  },
  'file-withdrawn': {
    en: {
      reason: 'Withdrawn: the approved file was removed from its folder before it was carried out.',
      advice: 'If it is wanted after all, drop it again.',
    },
    zh: {
      reason: '已撤回：已批准的文件在执行完成之前被移出其文件夹。',
      advice: '如仍需执行，请重新提交该文件。',
    },
  },
  'file-replaced': {
    en: {
      reason:
        'Replaced: another file was put in the place of the approved one on {at}, and that one is a job of its own.',
      advice: '',
    },
    zh: { reason: '已替换：{at}有另一文件替换了已批准的文件，该文件另成一个任务。', advice: '' },
  },
  'row-in-no-journal': {
    en: {
      reason: 'No record of the work has this row, so what became of it is not known.',
      advice: 'Look at the resource and its orders at the provider before it is renewed again.',
    },
    zh: {
      reason: '没有任何记录包含该行，因此不知其结果。',
      advice: '再次续费之前，请先在云服务商处查看该资源及其订单。',
    },
  },
  'folder-without-name': {
    en: {
      reason:
        'The folder of the file under {folder} has no name: drop the file into the folder of one of {accounts}.',
      advice: '',
    },
    zh: {
      reason: '文件在{folder}下所处的文件夹没有名称：请将其放入下列账号之一的文件夹：{accounts}。',
      advice: '',
    },
  },
  'no-such-account': {
    en: {
      reason:
        'There is no account "{account}": drop the file into the folder of one of {accounts}.',
      advice: '',
    },
    zh: {
      reason: '没有账号“{account}”：请将文件放入下列账号之一的文件夹：{accounts}。',
      advice: '',
    },
  },
  'file-outside-folders': {
    en: {
      reason:
        'The file lies directly under {folder}, and there are several accounts: drop it into the folder of one of {accounts}.',
      advice: '',
    },
    zh: {
      reason: '文件直接位于{folder}下，而账号有多个：请将其放入下列账号之一的文件夹：{accounts}。',
      advice: '',
    },
  },
  'file-rejected': {
    en: { reason: 'The file was rejected.', advice: '{first.whole}' },
    zh: { reason: '文件已被拒绝。', advice: '{first.whole}' },
  },
} as const satisfies Readonly<Record<string, Entry>>;

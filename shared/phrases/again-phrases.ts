import type { Phrase } from './phrase.ts';

/** What the files say that hand rows back. */
export const AGAIN = {
  retryBook: { en: 'Another try: {file}', zh: '重试：{file}' },
  retryFooter: {
    en: '{file} - account {account} - another try after job {job}',
    zh: '{file} - 账号{account} - 任务{job}之后的重试',
  },
  reviewBook: { en: 'Review: {file}', zh: '核查：{file}' },
  reviewFooter: {
    en: '{file} - account {account} - review of job {job}',
    zh: '{file} - 账号{account} - 任务{job}的核查',
  },
  nothingBook: { en: 'Nothing left: {file}', zh: '已无剩余：{file}' },
  nothingFooter: { en: '{file} - job {job}', zh: '{file} - 任务{job}' },
  account: { en: 'Account', zh: '账号' },
  fromJob: { en: 'From job', zh: '来自任务' },
  approvedBy: { en: 'Approved by', zh: '批准人' },
  reference: { en: 'Reference', zh: '参考号' },
  toDo: { en: 'What to do', zh: '操作步骤' },
  step: { en: '{number}. {step}', zh: '{number}. {step}' },
  retryTitle: { en: 'Rows worth another try', zh: '值得重试的行' },
  asked: { en: '{rows} {rows|row waits|rows wait} for a yes', zh: '{rows}行待批准' },
  kept: { en: '{rows} {rows|row keeps its|rows keep their} approval', zh: '{rows}行保留原批准' },
  chooseYes: {
    en: 'On the sheet "{quote}", choose {yes} in the yellow cell of each row that is approved as it stands there; they come first. Blank is a {no}.',
    zh: '在工作表“{quote}”中，按所列内容批准的行请在其黄色单元格中选择“{yes}”；这些行排在最前。留空表示“{no}”。',
  },
  was: {
    en: '"{was}" is the price that was approved before.',
    zh: '“{was}”是此前批准的价格。',
  },
  others: {
    en: 'The other rows are as they were approved; blank their yellow cell to leave them out.',
    zh: '其余各行与原批准相同；清空其黄色单元格即不再续费。',
  },
  drop: {
    en: 'Drop this file into approved/{account}/. That is the order to pay.',
    zh: '将本文件提交到approved/{account}/。提交即为付款指令。',
  },
  reviewTitle: { en: 'Rows that wait for a person', zh: '等待人工处理的行' },
  reviewHead: { en: '{rows} {rows|row waits|rows wait} for somebody', zh: '{rows}行等待处理' },
  doFirst: {
    en: 'On the sheet "{rows}", do what stands first in each row.',
    zh: '在工作表“{rows}”中，按每行最前面的步骤处理。',
  },
  thenYes: {
    en: 'Where a row is then to be renewed, choose {yes} in its yellow cell. Blank is a {no}.',
    zh: '处理后仍需续费的行，请在其黄色单元格中选择“{yes}”。留空表示“{no}”。',
  },
  dropReview: {
    en: 'Drop this file into approved/{account}/. Only the rows with a {yes} are tried again.',
    zh: '将本文件提交到approved/{account}/。只有填写“{yes}”的行会再次处理。',
  },
  nothingTitle: { en: 'Nothing is left to do here', zh: '此处已无待办事项' },
  nothingHead: {
    en: 'The rows that stood here were seen to since.',
    zh: '此处原有的行均已处理。',
  },
  seeResults: {
    en: 'What became of them stands in the results of the job, the file beside this one that ends in ".results.xlsx".',
    zh: '处理结果请见该任务的结果文件，即与本文件放在一起、以“.results.xlsx”结尾的文件。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

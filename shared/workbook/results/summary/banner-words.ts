import type { Language } from '../../../reasons/entry.ts';
import { SOON_DAYS } from '../attention.ts';
import type { ReportStatus } from '../results-report.ts';

/** What the banner tells, counted. Texts are shown as they are. */
export interface BannerFacts {
  readonly status: ReportStatus;
  /** Nothing is left to do for anybody. */
  readonly isCalm: boolean;
  /** Of a rejected job: nothing was ordered or paid. */
  readonly isUntouched: boolean;
  readonly rows: number;
  readonly renewed: number;
  readonly alreadyRenewed: number;
  readonly notApproved: number;
  /** "47,975.53 USD"; empty where nothing was paid. */
  readonly paid: string;
  readonly needs: { readonly rows: number; readonly soon: number; readonly expired: number };
  readonly review: number;
  /** Renewed rows that the audit could not confirm. */
  readonly doubts: number;
  readonly isBalanced: boolean;
}

/** A count with its thousands apart. */
function figure(count: number): string {
  return count.toLocaleString('en-US');
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${figure(count)} rows`;
}

const LEADS: Readonly<Record<Language, Readonly<Record<ReportStatus, string>>>> = {
  en: {
    done: 'Ended: ',
    suspended: 'Suspended (interim results): so far ',
    rejected: 'Rejected: ',
    cancelled: 'Cancelled: ',
    expired: 'Expired: ',
  },
  zh: {
    done: '已结束：',
    suspended: '已暂停（中期结果）：目前',
    rejected: '已拒绝：',
    cancelled: '已取消：',
    expired: '已过期：',
  },
};

/** The sentences of the banner in order: what was done, what is not known, what is left to do. */
export function bannerWords(facts: BannerFacts, language: Language): readonly string[] {
  return language === 'en' ? englishWords(facts) : chineseWords(facts);
}

function englishWords(facts: BannerFacts): readonly string[] {
  const { status, isCalm, isUntouched, isBalanced, review, doubts } = facts;
  const lead = isCalm && status === 'done' ? 'Done: ' : LEADS.en[status];
  const known = isUntouched ? 'nothing was ordered and nothing was paid' : englishDone(facts);
  return [
    `${lead}${known}.`,
    isBalanced ? '' : 'The books do not balance.',
    doubts === 0
      ? ''
      : `${doubts === 1 ? '1 renewed row' : `${figure(doubts)} renewed rows`} could not be confirmed at the provider.`,
    review === 0
      ? ''
      : review === 1
        ? '1 row needs review: what became of it is not known.'
        : `${figure(review)} rows need review: what became of them is not known.`,
    status === 'suspended' ? 'Nothing more is paid until the job is resumed.' : '',
    isCalm ? 'Nothing is left to do.' : needsWords(facts.needs, 'en'),
  ].filter((sentence) => sentence !== '');
}

function englishDone(facts: BannerFacts): string {
  const { rows: all, renewed, alreadyRenewed, notApproved, paid } = facts;
  if (all === 0) return 'the quote has no rows';
  const first =
    renewed < all
      ? `${figure(renewed)} of ${rows(all)} renewed`
      : all === 1
        ? 'the only row renewed'
        : `all ${figure(all)} rows renewed`;
  return [
    first,
    paid === '' ? '' : `${paid} paid`,
    alreadyRenewed === 0 ? '' : `${figure(alreadyRenewed)} had been renewed already`,
    notApproved === 0 ? '' : `${figure(notApproved)} not approved`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** How many rows need a person, and how many of them are in a hurry; empty where none does. */
export function needsWords(needs: BannerFacts['needs'], language: Language): string {
  if (needs.rows === 0) return '';
  return language === 'en' ? englishNeeds(needs) : chineseNeeds(needs);
}

function englishNeeds(needs: BannerFacts['needs']): string {
  if (needs.rows === 1) {
    const when =
      needs.soon === 1
        ? ` and expires within ${SOON_DAYS} days`
        : needs.expired === 1
          ? ' and has expired'
          : '';
    return `1 row needs you${when}.`;
  }
  const soon =
    needs.soon === 0
      ? ''
      : `, ${figure(needs.soon)} of them ${needs.soon === 1 ? 'expires' : 'expire'} within ${SOON_DAYS} days`;
  const expired =
    needs.expired === 0
      ? ''
      : `, ${figure(needs.expired)} of them ${needs.expired === 1 ? 'has' : 'have'} expired`;
  return `${figure(needs.rows)} rows need you${soon}${expired}.`;
}

function chineseNeeds({ rows: all, soon, expired }: BannerFacts['needs']): string {
  const hurry = [
    soon === 0 ? '' : `，其中${figure(soon)}行将在${SOON_DAYS}天内到期`,
    expired === 0 ? '' : `，其中${figure(expired)}行已到期`,
  ].join('');
  return `有${figure(all)}行需要您处理${hurry}。`;
}

function chineseWords(facts: BannerFacts): readonly string[] {
  const { status, isCalm, isUntouched, isBalanced, review, doubts } = facts;
  const lead = isCalm && status === 'done' ? '已完成：' : LEADS.zh[status];
  return [
    `${lead}${isUntouched ? '未下单，也未付款' : chineseDone(facts)}。`,
    isBalanced ? '' : '账目不平。',
    doubts === 0 ? '' : `有${figure(doubts)}行已续费的结果未能在云服务商处确认。`,
    review === 0 ? '' : `有${figure(review)}行需要核查，其结果未知。`,
    status === 'suspended' ? '任务恢复之前不会再付款。' : '',
    isCalm ? '没有待办事项。' : needsWords(facts.needs, 'zh'),
  ].filter((sentence) => sentence !== '');
}

function chineseDone(facts: BannerFacts): string {
  const { rows: all, renewed, alreadyRenewed, notApproved, paid } = facts;
  if (all === 0) return '报价单没有任何行';
  return [
    renewed === all ? `${figure(all)}行全部续费` : `${figure(all)}行中已续费${figure(renewed)}行`,
    paid === '' ? '' : `已支付${paid}`,
    alreadyRenewed === 0 ? '' : `此前已续费${figure(alreadyRenewed)}行`,
    notApproved === 0 ? '' : `未批准${figure(notApproved)}行`,
  ]
    .filter((part) => part !== '')
    .join('，');
}

import { BANNER } from '../../../phrases/banner-phrases.ts';
import { inARow, tell } from '../../../phrases/phrase.ts';
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

/** The sentences of the banner in order: what was done, what is not known, what is left to do. */
export function bannerWords(facts: BannerFacts, language: Language): readonly string[] {
  const { status, isCalm, isUntouched, isBalanced, review, doubts } = facts;
  const lead = isCalm && status === 'done' ? BANNER.calm : BANNER[status];
  const known = isUntouched ? BANNER.untouched[language] : doneWords(facts, language);
  return [
    tell(lead, language, { known }),
    isBalanced ? '' : BANNER.unbalanced[language],
    doubts === 0 ? '' : tell(BANNER.doubts, language, { rows: doubts }),
    review === 0 ? '' : tell(BANNER.review, language, { rows: review }),
    status === 'suspended' ? BANNER.stopped[language] : '',
    isCalm ? BANNER.nothingLeft[language] : needsWords(facts.needs, language),
  ].filter((sentence) => sentence !== '');
}

function doneWords(facts: BannerFacts, language: Language): string {
  const { rows, renewed, alreadyRenewed, notApproved, paid } = facts;
  if (rows === 0) return BANNER.noRows[language];
  const parts = [
    renewed < rows
      ? tell(BANNER.some, language, { renewed, rows })
      : rows === 1
        ? BANNER.only[language]
        : tell(BANNER.all, language, { rows }),
    paid === '' ? '' : tell(BANNER.paid, language, { paid }),
    alreadyRenewed === 0 ? '' : tell(BANNER.before, language, { rows: alreadyRenewed }),
    notApproved === 0 ? '' : tell(BANNER.declined, language, { rows: notApproved }),
  ];
  return inARow(parts, language, 'parts');
}

/** How many rows need a person, and how many of them are in a hurry; empty where none does. */
export function needsWords(needs: BannerFacts['needs'], language: Language): string {
  const { rows, soon, expired } = needs;
  if (rows === 0) return '';
  const days = SOON_DAYS;
  const hurry =
    rows === 1
      ? [
          soon === 0 ? '' : tell(BANNER.itIsSoon, language, { days }),
          expired === 0 ? '' : BANNER.itExpired[language],
        ]
      : [
          soon === 0 ? '' : tell(BANNER.soon, language, { rows: soon, days }),
          expired === 0 ? '' : tell(BANNER.expiredOfThem, language, { rows: expired }),
        ];
  return tell(BANNER.needs, language, { rows, hurry: hurry.join('') });
}

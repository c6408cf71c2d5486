import { remembered } from './remembered.ts';
import { wordList } from './word-list.ts';
import type { Cell } from '../../jobs/quote.ts';
import { oddCharacter, plainText } from './characters.ts';
import { formatWords } from './number-format.ts';
import { cellText } from './sheet-table.ts';

/**
 * All that counts as a yes. Kept to words that nobody can mean otherwise: an x may as well strike a
 * row out, and what is in neither list is a no that is named.
 */
const YES = new Set(
  wordList(`
    yes | y | true | 1 | ok | okay | ja | approve | approved | authorised | authorized |
    agree | agreed | accept | accepted | confirmed | renew | to renew | go | granted |
    yes approved | approved yes | ok to renew | approved to renew | approved for renewal | ✓ |
    ✔ | √ | ☑ | ✅ | 🗹 | 是 | 是的 | 对 | 批准 | 同意 | 核准 | 准 | 准予 | 通过 | 已批准 |
    已同意 | 已核准 | 已审批 | 已通过 | 已确认 | 审批通过 | 审核通过 | 批准续费 | 同意续费 |
    核准续费 | 续费 | 续 | 要续费 | 需续费 | 可以 | 可 | ü | þ | \uf0fc | \uf0fe | \uf050 |
    \uf052
  `).map(key),
);

/** What is known to be a no, so that there is no need to name it. */
const NO = new Set(
  wordList(`
    no | n | false | 0 | not | nein | reject | rejected | decline | declined | denied |
    refused | not approved | disapproved | unapproved | not authorised | cancel | cancelled |
    canceled | do not renew | don't renew | dont renew | not renewed | no renewal |
    not to renew | not to be renewed | will not renew | skip | drop | terminate | terminated |
    withdrawn | revoked | void | stop | release | delete | keep off | not agreed | disagree |
    ✗ | ✘ | × | ☐ | ☒ | ❌ | x | 否 | 不 | 不是 | 不批准 | 未批准 | 不同意 | 不续 | 不续费 |
    不要 | 不需要 | 勿续 | 勿续费 | 别续 | 暂不续费 | 不要续费 | 无需续费 | 停止续费 | 拒绝 | 已拒绝 | 驳回 | 已驳回 | 取消 |
    已取消 | 作废 | 未通过 | 不通过 | 审批不通过 | 审核不通过 | 未审批 | 不予批准 | 撤销 |
    已撤销 | û | ý | \uf0fb | \uf0fd | \uf04f | \uf051
  `).map(key),
);

/** A decision that is not taken yet. */
const OPEN = new Set(
  wordList(`
    pending | pending approval | awaiting approval | to be approved | to be decided | tbd |
    tbc | in review | under review | on hold | hold | deferred | undecided | maybe | open |
    waiting | under discussion | in discussion | to be discussed | to be confirmed |
    not decided | not yet decided | waiting for approval | 待讨论 | 待审批 | 待批准 | 审批中 | 审核中 | 待定 | 待确认 | 暂缓 | 考虑中 | 未定 |
    待审核
  `).map(key),
);

/** Letters, figures and signs only, in lower case: case, blanks and punctuation decide nothing. */
function bare(text: string): string {
  const plain = plainText(text).normalize('NFKC').toLowerCase().replaceAll('’', "'");
  return plain.replaceAll(/[\s.,;:!。，；：！、"“”‘()（）[\]【】*_/\\-]+/gu, ' ').trim();
}

/** The same, where blanks between Chinese characters are none. */
function key(text: string): string {
  return bare(text).replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** What a cell says of a decision: `unknown` words are a no, and named. */
export type Answer =
  | { readonly kind: 'yes' | 'no' | 'open' | 'blank' }
  | { readonly kind: 'unknown'; readonly text: string };

const NOTHING = /^(?:|-+|–|—|n\/?a|nil|none|无)$/iu;

/** "Yes / 是", "同意 (approved)": the same said in two languages; whatever else is not known. */
function twice(word: string, text: string): Answer {
  const parts = word.split(/ |(?<=\p{Script=Han})(?=[a-z✓])|(?<=[a-z✓✔√])(?=\p{Script=Han})/u);
  if (parts.length === 2 && parts.every((part) => YES.has(part))) return { kind: 'yes' };
  if (parts.length === 2 && parts.every((part) => NO.has(part))) return { kind: 'no' };
  return { kind: 'unknown', text };
}

/** The longest words of a decision have some twenty letters. */
const LONGEST = 60;

const answerOf = remembered((text: string): Answer => {
  if (text.length > LONGEST) return { kind: 'unknown', text: text.slice(0, LONGEST) };
  if (NOTHING.test(plainText(text))) return { kind: 'blank' };
  // A mark of direction may show the letters behind it in another order: what is seen is not known.
  const odd = oddCharacter(text);
  if (odd !== null && odd.word !== 'private-character') return { kind: 'unknown', text };
  const word = key(odd === null ? text : text.trim());
  if (YES.has(word)) return { kind: 'yes' };
  if (NO.has(word)) return { kind: 'no' };
  if (OPEN.has(word)) return { kind: 'open' };
  return twice(bare(text), text);
});

/**
 * Reads what a cell of a column of decisions says. A number under a format that shows words in its
 * place, such as `"No";;"Yes"`, says neither: what is stored and what is seen are two things.
 */
export function readAnswer(cell: Cell): Answer {
  if (cell.kind === 'empty') return { kind: 'blank' };
  const text = cellText(cell);
  if ((cell.kind === 'number' || cell.kind === 'date') && formatWords(cell.format).length > 0) {
    return { kind: 'unknown', text };
  }
  return answerOf(text);
}

/** Whether a cell is a word of a decision in itself, whatever its heading; numbers are none. */
export function isDecisionWord(cell: Cell): boolean {
  if (cell.kind === 'boolean') return true;
  if (cell.kind !== 'text' || cell.text.length > LONGEST || /\d/u.test(cell.text)) return false;
  const { kind } = answerOf(cell.text);
  return kind === 'yes' || kind === 'no' || (kind === 'open' && !/^open$/iu.test(cell.text.trim()));
}

/**
 * The decision that a whole text is in so many words, for texts that stand in no column of decisions:
 * a sign, a figure, a letter or a lone "no" may mean anything there, and is none.
 */
export function decisionIn(text: string): 'no' | 'open' | 'yes' | null {
  if (!/[a-z]{3}|\p{Script=Han}{2}/iu.test(text) || /^open$/iu.test(text.trim())) return null;
  const { kind } = answerOf(text);
  return kind === 'no' || kind === 'open' || kind === 'yes' ? kind : null;
}

/** Words by which a status or an untold column shows that it holds verdicts. */
const VERDICT = new Set(
  wordList(`
    approved | not approved | rejected | declined | pending approval | awaiting approval |
    to be approved | authorised | authorized | disapproved | unapproved | denied | to renew |
    批准 | 已批准 | 未批准 | 不批准 | 同意 | 不同意 | 已同意 | 驳回 | 已驳回 | 已审批 |
    待审批 | 审批中 | 审批通过 | 审批不通过 | 审核通过 | 审核不通过 | 已拒绝 | 拒绝 | 待批准 |
    核准 | 已核准
  `).map(key),
);

/** Whether a cell is the verdict of somebody who approves, which no status of a resource is. */
export function isVerdict(cell: Cell): boolean {
  if (cell.kind !== 'text' || cell.text.length > LONGEST || /\d/u.test(cell.text)) return false;
  return VERDICT.has(key(cell.text));
}

import type { Cell } from '../../jobs/quote.ts';
import { decisionIn, readAnswer } from './approval.ts';
import { plainText } from './characters.ts';
import { remembered } from './remembered.ts';
import { wordList } from './word-list.ts';

/** One pattern of several, so that each kind of saying no stands on a line of its own. */
function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'iu');
}

/** That a renewal is not wanted, in words that can be said of nothing else. */
const NO_RENEWAL = anyOf(
  /\b(?:do(?:es)? ?n[o']t|don.?t|never|not to|will not|won.?t|must not|shall not|should not) (?:be )?(?:auto.?)?(?:renew(?:ed)?|extend(?:ed)?|prolong(?:ed)?)\b/u,
  /\bno (?:need to renew|renewal)\b/u,
  /不(?:要|用|再|予|得|需要?|必)?(?:续费|续订)|(?:无需|无须|停止|取消|拒绝|未|禁止)(?:续费|续订)/u,
  /(?:不要?|不再|暂不|勿|别|无需|无须|停止|取消)再?续(?![航写])/u,
);

/** That a row is refused or taken back, in a status as well as in a note. */
const REFUSAL = anyOf(
  NO_RENEWAL,
  /\b(?:do(?:es)? ?n[o']t|don.?t|never|not to|will not|won.?t|must not|shall not|should not) (?:be )?(?:pay|paid|approved?)\b/u,
  /\b(?:not|not yet|never|dis|un) ?-?(?:approved|authori[sz]ed)\b|\bno approval\b/u,
  /\b(?:rejected|declined|cancel(?:l?ed)?|withdrawn)\b/u,
  /\bto be (?:deleted|terminated|released|cancel?led|decommissioned)\b/u,
  /不(?:要|用|再|予|得|需要?|必)?(?:批准|同意|核准)|(?:无需|无须|停止|取消|拒绝|未|暂不|禁止)(?:批准|同意|核准|审批)/u,
  /驳回|拒绝|作废|已取消|^取消$/u,
);

/** That nobody has decided yet. */
const UNDECIDED = anyOf(
  /\b(?:await(?:s|ing)?|waiting (?:for|on)|pending|subject to|needs?|requires?) (?:\w{1,20} ){0,2}(?:approval|decision|sign.?off|confirmation|go.?ahead)\b/u,
  /\b(?:yet )?to be (?:approved|confirmed|decided|discussed|clarified|checked)\b|\bnot (?:yet )?(?:decided|confirmed)\b/u,
  /^(?:put )?on hold\b|^hold (?:off|this|it|until)\b|\bunder discussion\b|\b(?:tbd|tbc)\b/u,
  /待(?:定|确认|审批|批准|审核|核实|讨论|商议)|暂缓|审批中/u,
);

/** That the resource itself is given up, which a status may report of a resource that is kept. */
const GIVEN_UP = anyOf(
  /\blet (?:\w{1,20} ){0,3}(?:expire|lapse|run out)\b/u,
  /\bno longer (?:needed|required|used|in use|wanted)\b/u,
  /\b(?:not|never|isn.?t|aren.?t) (?:needed|required|wanted|used) (?:any ?more|any longer|after)\b/u,
  /\b(?:to|will|shall|please|should|being|be) (?:be )?(?:decommission(?:ed)?|retired?|terminated?|shut down|switch(?:ed)? off|scrapped)\b/u,
  /\bdecommissioning\b|^decommission(?:ed)?\b|^retired?\b/u,
  /^(?:please )?(?:stop|skip|drop|remove|delete|terminate|cancel|release) (?:this|it|these|them)\b(?! again)/u,
  /(?<![未不上])下线|(?<![不可持能许法])退订(?!规则|政策|费)|(?<![未不勿])停用|不再(?:使用|需要|用)/u,
  /(?<![不未])到期后?(?:自动)?(?:释放|停用|关闭|删除|停机)|(?:准备|计划|即将|拟|将|待)(?:被)?(?:释放|删除|销毁|注销)/u,
  /弃用|废弃|报废|关停/u,
);

const BESIDE = anyOf(REFUSAL, UNDECIDED, GIVEN_UP);

/** Whole notes and titles that give a resource up; alone, these words are about nothing else. */
const LET_GO = new Set(
  wordList(`
    not needed | not required | not wanted | unused | decommission | decommissions |
    to decommission | retire | to expire | expire | let go | postponed | to delete |
    to terminate | to release | to cancel | cancellations | terminations |
    释放 | 删除 | 待释放 | 待删除 | 停止 | 不再用 | 不用
  `),
);

const plainOf = remembered((text: string) => plainText(text.slice(0, 2000)).normalize('NFKC'));

/** A number, a letter or brackets in front of a title, and what it calls its rows at the end. */
const AROUND_TITLE =
  /^(?:\(?[一二三四五六七八九十\d]{1,3}\)?[、.):]?|[a-z][.):])\s*|\s*(?:\(\d{1,6}\)|清单|列表|名单|部分|资源|list|items?|resources?|rows?|instances?)$/giu;

function isHeldWord(text: string): boolean {
  const decision = decisionIn(text);
  return decision === 'no' || decision === 'open' || LET_GO.has(text.toLowerCase());
}

const noteSaysNo = remembered((text: string): boolean => {
  const plain = plainOf(text).trim();
  const word = plain.replace(/[.!。！]+$/u, '').trim();
  return /^(?:no|否|不)$/iu.test(word) || isHeldWord(word) || BESIDE.test(plain);
});

/** Whether a note says that its row is not to be renewed, not decided yet, or of a resource given up. */
export function noteRefuses(cell: Cell): boolean {
  return cell.kind === 'text' && noteSaysNo(cell.text);
}

const statusSaysNo = remembered((text: string): boolean => {
  const plain = plainOf(text);
  return decisionIn(plain) === 'open' || REFUSAL.test(plain) || UNDECIDED.test(plain);
});

/**
 * Whether a status says so: what became of a decision counts, what became of the resource does not,
 * for a machine that is stopped may well be kept.
 */
export function statusRefuses(cell: Cell): boolean {
  return cell.kind === 'text' && statusSaysNo(cell.text);
}

/** Without one of these no text says so of a renewal, and most cells of a file are about something else. */
const MAY_BE_RENEWAL =
  /(?:n.?t|never|no)\s[^]{0,16}(?:renew|extend|prolong)|[续\uff00-\uffef\p{Cf}]/iu;

/**
 * The same for a cell of which nothing is known: a whole cell that says no in so many words, or
 * words about the renewal itself.
 */
export function plainlyRefuses(cell: Cell): boolean {
  if (cell.kind !== 'text') return false;
  if (MAY_BE_RENEWAL.test(cell.text) && NO_RENEWAL.test(plainOf(cell.text))) return true;
  if (cell.text.length > 60 || readAnswer(cell).kind !== 'no') return false;
  return REFUSAL.test(plainOf(cell.text));
}

const SENTENCE =
  /[.。!！;；]\s*\S|\b(?:if|leave|blank|will|please|only|must|should|can|when|where|which)\b|请|如果|若/iu;
const GRANT =
  /\b(?:approved|to renew|to be renewed|authori[sz]ed|for renewal)\b|批准|同意|核准|续费/iu;

/** What a title over rows says of them: a short line of its own, no sentence about how to fill in. */
export function titleSays(text: string): 'no' | 'yes' | null {
  const plain = plainText(text.slice(0, 200)).normalize('NFKC');
  const bare = plain.replaceAll(AROUND_TITLE, '').trim();
  if (plain === '' || plain.length > 60 || plain.split(' ').length > 9 || SENTENCE.test(bare))
    return null;
  if (isHeldWord(bare) || BESIDE.test(bare)) return 'no';
  return GRANT.test(plain) ? 'yes' : null;
}

const WHOLE_FILE =
  /\b(?:this|the (?:whole|entire)) (?:quote|quotation|list|file|sheet|table|workbook)\b|本(?:报价|清单|表|文件|单)/iu;
const ALL_ROWS =
  /\b(?:above|below|all (?:of )?(?:the |these )?(?:rows|lines|items|resources|renewals))\b|以上|上述|以下|全部|所有/iu;

/**
 * Whether a line beside a table takes back what the table lists, wherever the line stands: "The rows
 * above are not approved yet". Where each row has a decision of its own, a line about all rows may as
 * well tell how to fill it in; only one about the whole file counts there.
 */
export function takesAllBack(text: string, decidedByRow: boolean): boolean {
  if (text.length > 200) return false;
  const plain = plainOf(text);
  const about = WHOLE_FILE.test(plain) || (!decidedByRow && ALL_ROWS.test(plain));
  return about && !SENTENCE.test(plain) && (REFUSAL.test(plain) || UNDECIDED.test(plain));
}

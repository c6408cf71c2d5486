import { type Reason, reason } from '../../../reasons/reason.ts';
import { partKey, type Part } from '../archive.ts';
import { LIMITS } from '../limits.ts';
import { REJECTIONS } from '../rejections.ts';
import { Unreadable } from '../unreadable.ts';
import { readPart } from './read-part.ts';
import type { XmlListener } from './xml.ts';
import { attribute, isOn, readAttributes } from './xml-text.ts';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Null where it has none to be read. */
  readonly part: Part | null;
  /** Why it is passed over although it can be seen; null: it is a sheet of cells. */
  readonly passedOver: Reason | null;
}

/** The parts of a workbook that are read. */
export interface WorkbookParts {
  readonly sheets: readonly ListedSheet[];
  readonly texts: Part | null;
  readonly styles: Part | null;
  readonly epoch: '1900' | '1904';
  /** Results of formulas are to be worked out anew when the file is opened. */
  readonly stale: boolean;
}

type Parts = ReadonlyMap<string, Part>;

interface Relation {
  readonly type: string;
  /** The key of the part; empty for something outside the file. */
  readonly target: string;
}

/** The key of a part that another one names: from the root, or from the other one's folder. */
function resolve(target: string, from: string): string {
  const name = partKey(target);
  const folder = /^[\\/]/u.test(target) ? [] : from.split('/').slice(0, -1);
  const path: string[] = [...folder];
  for (const step of name.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

class Relations implements XmlListener {
  listening = false;
  readonly found = new Map<string, Relation>();
  readonly #from: string;

  constructor(from: string) {
    this.#from = from;
  }

  open(name: string, attributes: string): void {
    if (name !== 'Relationship') return;
    const said = new Map<string, string>();
    readAttributes(attributes, (each, value) => said.set(each, value));
    const id = said.get('Id') ?? '';
    if (this.found.has(id)) throw new Unreadable(REJECTIONS.damaged);
    const outside = said.get('TargetMode') === 'External';
    this.found.set(id, {
      type: (said.get('Type') ?? '').split('/').at(-1)!.toLowerCase(),
      target: outside ? '' : resolve(said.get('Target') ?? '', this.#from),
    });
  }

  close(): void {}

  text(): void {}

  foreign(): void {}
}

async function relationsOf(key: string, parts: Parts): Promise<ReadonlyMap<string, Relation>> {
  const path = key.split('/');
  const name = path.pop()!;
  const part = parts.get([...path, '_rels', `${name}.rels`].join('/'));
  if (part === undefined) return new Map();
  const relations = new Relations(key);
  await readPart(part, relations);
  return relations.found;
}

class Workbook implements XmlListener {
  listening = false;
  readonly sheets: { name: string; hidden: boolean; relation: string }[] = [];
  isWorkbook = false;
  epoch: '1900' | '1904' = '1900';
  stale = false;
  #depth = 0;
  #section = '';

  open(name: string, attributes: string): void {
    this.#depth++;
    if (this.#depth === 1) this.isWorkbook = name === 'workbook';
    if (this.#depth === 2) this.#begin(name, attributes);
    else if (this.#depth === 3 && this.#section === 'sheets' && name === 'sheet') {
      this.#sheet(attributes);
    }
  }

  close(): void {
    this.#depth--;
  }

  text(): void {}

  foreign(): void {}

  #begin(name: string, attributes: string): void {
    this.#section = name;
    if (name === 'workbookPr' && isOn(attribute(attributes, 'date1904'))) this.epoch = '1904';
    if (name !== 'calcPr') return;
    // Either says that the saved results are not those that a reader of the sheet would see.
    this.stale =
      isOn(attribute(attributes, 'fullCalcOnLoad')) ||
      !isOn(attribute(attributes, 'calcCompleted'), true);
  }

  #sheet(attributes: string): void {
    let [name, state, relation] = ['', 'visible', ''];
    readAttributes(attributes, (each, value) => {
      if (each === 'name') name = value;
      else if (each === 'state') state = value;
      else if (/^[^:]+:id$/u.test(each)) relation = value;
    });
    // "hidden" and "veryHidden"; whatever else stands there, programs show the sheet.
    this.sheets.push({ name, hidden: /hidden$/iu.test(state), relation });
    if (this.sheets.length > LIMITS.sheets) throw new Unreadable(REJECTIONS.tooMuch);
  }
}

/** The one part of a type, or null where the workbook has none; what it names must be there. */
function typed(relations: ReadonlyMap<string, Relation>, type: string, parts: Parts): Part | null {
  const named = [...relations.values()].find((relation) => relation.type === type);
  if (named === undefined) return null;
  const part = parts.get(named.target);
  // Without its styles a price would lose its currency, without its texts a row its id.
  if (part === undefined) throw new Unreadable(REJECTIONS.damaged);
  return part;
}

/** Whether a sheet is none of cells: without any part, as some programs list modules, or of charts. */
function otherKind(relation: Relation | undefined): Reason | null {
  if (relation === undefined) return reason('sheet-without-part');
  return relation.type === 'worksheet' ? null : reason('sheet-without-cells');
}

/** Finds the parts of a workbook by their relations, as programs do; names of parts mean nothing. */
export async function findParts(parts: Parts): Promise<WorkbookParts> {
  const root = await relationsOf('', parts);
  const book = [...root.values()].find(({ type }) => type === 'officedocument');
  const part = parts.get(book?.target ?? '');
  if (book === undefined || part === undefined) throw new Unreadable(REJECTIONS.noWorkbook);
  const workbook = new Workbook();
  await readPart(part, workbook);
  if (!workbook.isWorkbook) throw new Unreadable(REJECTIONS.noWorkbook);
  const relations = await relationsOf(book.target, parts);
  const sheets = workbook.sheets.map(({ name, hidden, relation }) => {
    const at = relations.get(relation);
    return { name, hidden, part: parts.get(at?.target ?? '') ?? null, passedOver: otherKind(at) };
  });
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  if (names.size < sheets.length) throw new Unreadable(REJECTIONS.damaged);
  return {
    sheets,
    texts: typed(relations, 'sharedstrings', parts),
    styles: typed(relations, 'styles', parts),
    epoch: workbook.epoch,
    stale: workbook.stale,
  };
}

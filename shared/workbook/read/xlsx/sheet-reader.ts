import { LIMITS } from '../limits.ts';
import { REJECTIONS } from '../rejections.ts';
import { Unreadable } from '../unreadable.ts';
import { readCellContent, type CellContext } from './cell-content.ts';
import { type RichText, TextCollector, type TextBudget } from './rich-text.ts';
import type { RowCollector } from './row-collector.ts';
import type { XmlListener } from './xml.ts';
import { attribute, isOn, readAttributes } from './xml-text.ts';

function damaged(): never {
  throw new Unreadable(REJECTIONS.damaged);
}

/** Where the elements of a sheet stand, from its root on. */
const SECTION = 2;
const ROW = 3;
const CELL = 4;
const VALUE = 5;

/**
 * Reads a sheet's XML. Anything between rows, cells and values that has no place there is damage: a
 * value that another program would read and this one would not, or the other way round.
 */
export class SheetReader implements XmlListener {
  readonly #rows: RowCollector;
  readonly #context: CellContext;
  readonly #budget: TextBudget;
  readonly #collector: TextCollector;
  #depth = 0;
  #section = '';
  #seen = false;
  /** The element of a cell that is being read. */
  #part: 'v' | 'f' | 'is' | 'extLst' | null = null;
  #type = '';
  #style = 0;
  #column = 0;
  #value: string | null = null;
  #inline: RichText | null = null;
  #formula = false;

  constructor(rows: RowCollector, context: CellContext, budget: TextBudget) {
    this.#rows = rows;
    this.#context = context;
    this.#budget = budget;
    this.#collector = new TextCollector(budget);
  }

  get listening(): boolean {
    return this.#part === 'v' || (this.#part === 'is' && this.#collector.listening);
  }

  open(name: string, attributes: string): void {
    this.#depth++;
    if (this.#depth === SECTION) this.#begin(name, attributes);
    else if (this.#section === 'sheetData') this.#inData(name, attributes);
    else if (name === 'col' && this.#section === 'cols') this.#col(attributes);
    else if (name === 'mergeCell' && this.#section === 'mergeCells') {
      this.#rows.merge(attribute(attributes, 'ref') ?? '');
    }
  }

  close(name: string): void {
    if (this.#section === 'sheetData') {
      if (this.#depth === VALUE) this.#endPart();
      else if (this.#depth > VALUE && this.#part === 'is') this.#collector.close(name);
      else if (this.#depth === CELL && name === 'c') this.#endCell();
      else if (this.#depth === ROW && name === 'row') this.#rows.endRow();
    }
    this.#depth--;
    if (this.#depth < SECTION) this.#section = '';
  }

  text(text: string): void {
    if (this.#part === 'is') this.#collector.add(text);
    else if ((this.#value?.length ?? 0) <= LIMITS.cell) {
      if (text.length > 30) this.#budget.take(text.length);
      this.#value = (this.#value ?? '') + text;
    }
  }

  foreign(): void {
    if (this.#section === 'sheetData' && this.#part !== 'extLst') damaged();
  }

  #begin(name: string, attributes: string): void {
    this.#section = name;
    if (name === 'sheetFormatPr') {
      const width = attribute(attributes, 'defaultColWidth');
      if (width !== null && Number(width) === 0) this.#rows.hideOtherColumns();
    }
    if (name !== 'sheetData') return;
    if (this.#seen) damaged();
    this.#seen = true;
  }

  #inData(name: string, attributes: string): void {
    if (this.#depth === ROW) {
      if (name !== 'row') damaged();
      this.#row(attributes);
    } else if (this.#depth === CELL) {
      if (name === 'c') this.#cell(attributes);
      else if (name !== 'extLst') damaged();
      else this.#part = 'extLst';
    } else if (this.#part === 'extLst') return;
    else if (this.#depth === VALUE) this.#beginPart(name);
    else if (this.#part === 'is') this.#collector.open(name, attributes);
    else damaged();
  }

  #row(attributes: string): void {
    let number: string | null = null;
    let hidden = false;
    readAttributes(attributes, (name, value) => {
      if (name === 'r') number = number === null ? value : damaged();
      else if (name === 'hidden') hidden ||= isOn(value);
      else if (name === 'ht') hidden ||= Number(value) === 0;
    });
    this.#rows.beginRow(number, hidden);
  }

  #cell(attributes: string): void {
    let reference: string | null = null;
    this.#type = '';
    this.#style = 0;
    this.#value = null;
    this.#inline = null;
    this.#formula = false;
    this.#part = null;
    readAttributes(attributes, (name, value) => {
      if (name === 'r') reference = reference === null ? value : damaged();
      else if (name === 't') this.#type = value;
      else if (name === 's') this.#style = Number(value);
    });
    this.#column = this.#rows.column(reference);
  }

  #beginPart(name: string): void {
    switch (name) {
      case 'v':
        // A second value: one program would show the one, another program the other.
        if (this.#value !== null) damaged();
        this.#value = '';
        break;
      case 'f':
        if (this.#formula) damaged();
        this.#formula = true;
        break;
      case 'is':
        if (this.#inline !== null) damaged();
        this.#collector.begin();
        break;
      case 'extLst':
        break;
      default:
        damaged();
    }
    this.#part = name;
  }

  #endPart(): void {
    if (this.#part === 'is') this.#inline = this.#collector.end();
    this.#part = null;
  }

  #endCell(): void {
    const raw = {
      type: this.#type,
      style: this.#style,
      value: this.#value,
      inline: this.#inline,
      formula: this.#formula,
    };
    if (raw.value === null && raw.inline === null && !raw.formula) return;
    this.#rows.add(this.#column, readCellContent(raw, this.#context));
  }

  #col(attributes: string): void {
    const width = attribute(attributes, 'width');
    const hidden = isOn(attribute(attributes, 'hidden')) || (width !== null && Number(width) === 0);
    const min = Number(attribute(attributes, 'min') ?? Number.NaN);
    const max = Number(attribute(attributes, 'max') ?? Number.NaN);
    if (min >= 1 && max >= min) this.#rows.columns(min, max, hidden);
  }
}

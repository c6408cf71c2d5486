import type { Cell } from '../../jobs/quote.ts';
import { wallTime, type WallTime } from '../../values/wall-time.ts';
import { parseDay, parseTime } from './date-formats.ts';
import { reason } from '../../reasons/reason.ts';
import { problem, shortened, value, type FieldReading } from './field.ts';
import { cellText } from './sheet-table.ts';

const ZONE = /\s*\(?\s*(?:GMT|UTC)\s*(?:([+-]\d{1,2})(?::?(\d{2}))?)?\s*\)?$/iu;
const OFFSET = /(?<=:\d{2}(?:\.\d{1,9})?)\s*(?:Z|([+-]\d{2}):?(\d{2}))$/iu;
const TIME = /(?:,?\s+|T(?=\d)|(?<=日))(\d{1,2}\s?[:时].*)$/iu;
const EITHER_WAY = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/u;

/** How to take the dates of a column. */
export interface ExpiryContext {
  /** The account's zone: dates without a zone of their own are wall time there. */
  readonly zone: string;
  /** Cells hold a start and, behind it, the expiry. */
  readonly twoValues: boolean;
  /** The serial number of 1970-01-01 in the workbook. */
  readonly epochSerial: number;
}

function unreadable(text: string): FieldReading<never> {
  return problem(reason('expiry-unreadable', { cell: shortened(text) }));
}

/** Nothing this tool renews expires outside this century: such a date is a slip or no date at all. */
function plausible(wall: WallTime, text: string): FieldReading<WallTime> {
  return wall.day >= '2000-01-01' && wall.day <= '2100-12-31' ? value(wall) : unreadable(text);
}

function inZone(wall: WallTime, zone: string, hours = '+0', minutes = '0'): WallTime {
  const sign = hours.startsWith('-') ? -1 : 1;
  const offset = (Number(hours) * 60 + sign * Number(minutes)) * 60_000;
  const here = wallTime(Date.parse(`${wall.day}T${wall.time ?? '00:00:00'}Z`) - offset, zone);
  return wall.time === null && here.time === '00:00:00' ? { ...here, time: null } : here;
}

function readText(text: string, zone: string): FieldReading<WallTime> {
  const flat = text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  if (flat === '') return { kind: 'empty' };
  if (EITHER_WAY.test(flat)) {
    return problem(reason('expiry-either-way', { cell: shortened(flat) }));
  }
  const shift = ZONE.exec(flat) ?? OFFSET.exec(flat);
  const local = shift === null ? flat : flat.slice(0, shift.index);
  const clock = TIME.exec(local);
  const day = parseDay(clock === null ? local : local.slice(0, clock.index));
  const time = clock === null ? null : parseTime(clock[1]!);
  if (day === null || (clock !== null && time === null)) return unreadable(text);
  const wall = { day, time };
  return plausible(shift === null ? wall : inZone(wall, zone, shift[1], shift[2]), text);
}

/** The later-named of two dates in one cell, on lines of their own or divided by a mark. */
function second(text: string): string {
  const parts = text
    .split(/[\r\n]+|\s*[~～至]\s*|\s+(?:-|–|—|\/|to)\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 2 ? parts[1]! : text;
}

function readSerial(serial: number, epochSerial: number): FieldReading<WallTime> {
  const seconds = Math.round((serial - epochSerial) * 86_400);
  if (Math.abs(seconds) > 1e11) return unreadable(String(serial));
  const iso = new Date(seconds * 1000).toISOString();
  const wall = { day: iso.slice(0, 10), time: Number.isInteger(serial) ? null : iso.slice(11, 19) };
  return plausible(wall, String(serial));
}

/** Whether a date's number format shows a time of day, so that midnight is meant as such. */
function showsTime(format: string | null): boolean {
  return format !== null && /[hs]/iu.test(format.replaceAll(/\[[^\]]*\]|"[^"]*"|\\./gu, ''));
}

/**
 * Reads an expiry date as wall time in the account's zone: date cells and serial numbers as they
 * stand, texts in the forms of `date-formats.ts`, absolute ones ("Z", "GMT+08:00") converted.
 * 01/02/2026 is refused: nobody can tell whose order of day and month it is.
 */
export function readExpiry(cell: Cell, context: ExpiryContext): FieldReading<WallTime> {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'date': {
      const [day, time] = cell.wall.split('T') as [string, string];
      const midnight = time === '00:00:00' && !showsTime(cell.format);
      return plausible({ day, time: midnight ? null : time }, cellText(cell));
    }
    case 'number':
      return readSerial(cell.number, context.epochSerial);
    case 'text':
      return readText(context.twoValues ? second(cell.text) : cell.text, context.zone);
    case 'boolean':
      return unreadable(cellText(cell));
  }
}

import { DateTime } from 'luxon';
import type { Cell } from '../../jobs/quote.ts';
import { isZone, wallTime, type WallTime } from '../../values/wall-time.ts';
import { characterReason, oddCharacter, plainText } from './characters.ts';
import { type DayOrder, parseDay, parseTime } from './date-formats.ts';
import { reason } from '../../reasons/reason.ts';
import { problem, shortened, value, type FieldReading } from './field.ts';
import { cellText } from './sheet-table.ts';

const ZONE = /\s*\(?\s*(?:GMT|UTC)\s*(?:([+-]\d{1,2})(?::?(\d{2}))?)?\s*\)?$/iu;
const OFFSET = /(?<=:\d{2}(?:\.\d{1,9})?)\s*(?:Z|([+-]\d{2}):?(\d{2}))$/iu;
const TIME =
  /(?:,? |T(?=\d)|(?<=[日号])|(?=[上下]午))((?:[上下]午|早上|早晨|凌晨|傍晚|晚上)? ?\d{1,2}(?: ?[:时点]| ?[ap]\.?m).*)$/iu;
/** Two dates with times, zones and weekdays fit; nothing longer is a date. */
const LONGEST = 160;

/** How to take the dates of a column. */
export interface ExpiryContext {
  /** The account's zone: dates without a zone of their own are wall time there. */
  readonly zone: string;
  /** The zone that the column's heading names, if it names one. */
  readonly columnZone?: string | null;
  /** Whether day or month comes first, where the column's other dates show it. */
  readonly order?: DayOrder | null;
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

/** A wall time of the zone that the heading names, as one of the account's; a bare day stays. */
function fromColumnZone(wall: WallTime, { columnZone, zone }: ExpiryContext): WallTime {
  if (columnZone === undefined || columnZone === null || columnZone === zone) return wall;
  const named = columnZone.replace(/^gmt/iu, 'UTC').replaceAll(' ', '');
  if (wall.time === null || !(/^utc/iu.test(named) || isZone(named))) return wall;
  const at = DateTime.fromISO(`${wall.day}T${wall.time}`, { zone: named });
  return at.isValid ? wallTime(at.toMillis(), zone) : wall;
}

function readText(text: string, context: ExpiryContext): FieldReading<WallTime> {
  const odd = oddCharacter(text);
  if (odd !== null) return problem(characterReason(text, odd));
  const flat = plainText(text);
  if (flat === '') return { kind: 'empty' };
  if (flat.length > LONGEST) return unreadable(text);
  if (/^\d{13}$/u.test(flat)) return readInstant(Number(flat), context.zone);
  const shift = ZONE.exec(flat) ?? OFFSET.exec(flat);
  const local = shift === null ? flat : flat.slice(0, shift.index);
  const clock = TIME.exec(local);
  const day = parseDay(clock === null ? local : local.slice(0, clock.index), context.order ?? null);
  if (day.kind === 'either way') {
    return problem(reason('expiry-either-way', { cell: shortened(flat) }));
  }
  if (day.kind === 'no year') {
    return problem(reason('expiry-without-year', { cell: shortened(flat) }));
  }
  const time = clock === null ? null : parseTime(clock[1]!);
  if (day.kind !== 'day' || (clock !== null && time === null)) return unreadable(text);
  const wall = { day: day.day, time };
  const here =
    shift === null ? fromColumnZone(wall, context) : inZone(wall, context.zone, shift[1], shift[2]);
  return plausible(here, text);
}

/** An instant in epoch milliseconds, as the providers' interfaces give them. */
function readInstant(instant: number, zone: string): FieldReading<WallTime> {
  return plausible(wallTime(instant, zone), String(instant));
}

/** The later-named of two dates in one cell, on lines of their own or divided by a mark. */
function second(text: string): string {
  if (text.length > 2 * LONGEST) return text;
  const parts = text
    .split(/[\r\n]+|\s*[~～至]\s*|\s+(?:-|–|—|\/|to)\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 2 ? parts[1]! : text;
}

function readSerial(serial: number, context: ExpiryContext): FieldReading<WallTime> {
  const { epochSerial, zone } = context;
  // Far from any serial number of this century: 20270331, or epoch milliseconds.
  if (Number.isInteger(serial) && serial >= 20_000_101 && serial <= 21_001_231) {
    return readText(String(serial), context);
  }
  if (Number.isInteger(serial) && serial >= 1e12 && serial < 1e13) return readInstant(serial, zone);
  const seconds = Math.round((serial - epochSerial) * 86_400);
  if (Math.abs(seconds) > 1e11) return unreadable(String(serial));
  const iso = new Date(seconds * 1000).toISOString();
  const wall = { day: iso.slice(0, 10), time: Number.isInteger(serial) ? null : iso.slice(11, 19) };
  return plausible(fromColumnZone(wall, context), String(serial));
}

/** Whether a date's number format shows a time of day, so that midnight is meant as such. */
function showsTime(format: string | null): boolean {
  return format !== null && /[hs]/iu.test(format.replaceAll(/\[[^\]]*\]|"[^"]*"|\\./gu, ''));
}

/**
 * Reads an expiry date as wall time in the account's zone: date cells and serial numbers as they
 * stand, texts in the forms of `date-formats.ts`, absolute ones ("Z", "GMT+08:00") converted.
 * 01/02/2026 is refused where the column's other dates do not show whose order of day and month it is.
 */
export function readExpiry(cell: Cell, context: ExpiryContext): FieldReading<WallTime> {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'date': {
      const [day, time] = cell.wall.split('T') as [string, string];
      const midnight = time === '00:00:00' && !showsTime(cell.format);
      return plausible(
        fromColumnZone({ day, time: midnight ? null : time }, context),
        cellText(cell),
      );
    }
    case 'number':
      return readSerial(cell.number, context);
    case 'text':
      return readText(context.twoValues ? second(cell.text) : cell.text, context);
    case 'boolean':
      return unreadable(cellText(cell));
  }
}

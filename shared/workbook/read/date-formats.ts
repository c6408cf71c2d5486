import { wordList } from './word-list.ts';
import { DateTime } from 'luxon';

/** The ways of writing a day that can be read in one way only. */
const DAYS = wordList(`
  yyyy-M-d | yyyy/M/d | yyyy.M.d | yyyy年M月d日 | yyyy年M月d号 | yyyyMMdd | LLL d, yyyy |
  LLL d yyyy | d LLL yyyy | d LLL, yyyy | d-LLL-yyyy | d/LLL/yyyy | LLLL d, yyyy |
  LLLL d yyyy | d LLLL yyyy | d LLLL, yyyy | d-LLLL-yyyy | yyyy-LLL-d | d-LLL-yy |
  d LLL yy | yyyy LLL d | d.LLL.yyyy | LLL-d-yyyy
`);

const TIMES = wordList(`
  H:mm:ss | H:mm | H:mm:ss.u | h:mm:ss a | h:mm a | h a | H'时'm'分's'秒' | H'时'm'分' |
  h'时'm'分's'秒' a | h'时'm'分' a | H'时' | h'时' a | H'点'm'分'
`);

const OPTIONS = { locale: 'en-US', zone: 'utc' } as const;
const LOCALE = { locale: 'en-US' } as const;

type Parser = ReturnType<typeof DateTime.buildFormatParser>;

/** Tries the formats in turn, the one that fitted last time first: a column is written in one way. */
function table(formats: readonly string[]): (text: string) => DateTime<true> | null {
  // Built once: making a parser costs far more than using it.
  const parsers: Parser[] = formats.map((format) => DateTime.buildFormatParser(format, LOCALE));
  return (text) => {
    for (const [index, parser] of parsers.entries()) {
      const read = DateTime.fromFormatParser(text, parser, OPTIONS);
      if (read.isValid) {
        if (index > 0) parsers.unshift(...parsers.splice(index, 1));
        return read;
      }
    }
    return null;
  };
}

const day = table(DAYS);
const time = table(TIMES);

/** No day and no time is written in more characters. */
const LONGEST = 60;

const WEEKDAY =
  /^\s*(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\.?,?\s+|[\s,(]*(?:星期|周|礼拜)[一二三四五六日天]\)?\s*|[\s,]+\(?(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\)?\s*$/giu;

/** A day's text without the name of its weekday and with names of months as they are looked for. */
function tidied(text: string): string {
  return text
    .replaceAll(WEEKDAY, ' ')
    .trim()
    .replace(/\bSept\b\.?/iu, 'Sep')
    .replace(/\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\./iu, '$1')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/iu, '$1')
    .replaceAll(/\s*([年月])\s*/gu, '$1');
}

/** Whose figure comes first where a day is written in figures alone: that of the day or the month. */
export type DayOrder = 'day first' | 'month first';

const FIGURES = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/u;

/** What order of day and month a date shows by itself: one of its figures is above twelve. */
export function dayOrderShown(text: string): DayOrder | null {
  const found = FIGURES.exec(tidied(text.slice(0, LONGEST)));
  if (found === null) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  if (first > 12 && second <= 12) return 'day first';
  return second > 12 && first <= 12 ? 'month first' : null;
}

/** A day as `yyyy-MM-dd`, or that it may be read either way, says no year, or is none. */
export type DayReading =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'either way' | 'no year' | 'none' };

function dayRead(text: string): DayReading {
  const read = day(text);
  return read === null ? { kind: 'none' } : { kind: 'day', day: read.toFormat('yyyy-MM-dd') };
}

/** A day in figures alone; undefined for another way of writing. */
function inFigures(text: string, order: DayOrder | null): DayReading | undefined {
  const found = FIGURES.exec(text);
  if (found === null) {
    return /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/u.test(text) ? { kind: 'either way' } : undefined;
  }
  const [, first = '', , second = '', year = ''] = found;
  const shown = dayOrderShown(text) ?? (first === second ? 'day first' : order);
  if (shown === null) return { kind: Number(first) > 12 ? 'none' : 'either way' };
  const [dayOf, month] = shown === 'day first' ? [first, second] : [second, first];
  return dayRead(`${year}-${month}-${dayOf}`);
}

const NO_YEAR =
  /^(?:\d{1,2}月\d{1,2}[日号]?|\d{1,2}[/.-]\d{1,2}|\d{1,2}[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ -]?\d{1,2})$/iu;

/**
 * Reads a day. 31/03/2027 can be read in one way only; 01/02/2027 only in the `order` that
 * the whole column shows.
 */
export function parseDay(text: string, order: DayOrder | null = null): DayReading {
  if (text.length > LONGEST) return { kind: 'none' };
  const tidy = tidied(text);
  const figures = inFigures(tidy, order);
  if (figures !== undefined) return figures;
  if (NO_YEAR.test(tidy)) return { kind: 'no year' };
  return dayRead(tidy);
}

const HALVES: readonly (readonly [RegExp, string])[] = [
  [/^(?:上午|早上|凌晨|早晨)\s*/u, ' AM'],
  [/^(?:下午|晚上|傍晚)\s*/u, ' PM'],
];

/** A time of day as `HH:mm:ss`, fractions of a second dropped, or null. 24:00 is not accepted. */
export function parseTime(text: string): string | null {
  if (text.length > LONGEST) return null;
  let tidy = text.trim().replaceAll(/\s*([时分秒点])\s*/gu, '$1');
  for (const [half, mark] of HALVES) {
    if (half.test(tidy)) tidy = tidy.replace(half, '') + mark;
  }
  tidy = tidy.replace(/\s*([ap])\.?\s*m\.?$/iu, ' $1m');
  return tidy.startsWith('24') ? null : (time(tidy)?.toFormat('HH:mm:ss') ?? null);
}

import { DateTime } from 'luxon';

/** The ways of writing a day that can be read in one way only. */
const DAYS = [
  'yyyy-M-d',
  'yyyy/M/d',
  'yyyy.M.d',
  'yyyy年M月d日',
  'LLL d, yyyy',
  'LLL d yyyy',
  'd LLL yyyy',
  'd LLL, yyyy',
  'd-LLL-yyyy',
  'LLLL d, yyyy',
  'LLLL d yyyy',
  'd LLLL yyyy',
];

const TIMES = [
  'H:mm:ss',
  'H:mm',
  'H:mm:ss.u',
  'h:mm:ss a',
  'h:mm a',
  "H'时'm'分's'秒'",
  "H'时'm'分'",
];

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

/** A day as `yyyy-MM-dd`, or null where the text is in none of the known forms or no real day. */
export function parseDay(text: string): string | null {
  const tidy = text
    .trim()
    .replace(/\bSept\b/iu, 'Sep')
    .replaceAll(/\s*([年月])\s*/gu, '$1');
  return day(tidy)?.toFormat('yyyy-MM-dd') ?? null;
}

/** A time of day as `HH:mm:ss`, fractions of a second dropped, or null. 24:00 is not accepted. */
export function parseTime(text: string): string | null {
  const tidy = text.trim().replaceAll(/\s*([时分秒])\s*/gu, '$1');
  return tidy.startsWith('24') ? null : (time(tidy)?.toFormat('HH:mm:ss') ?? null);
}

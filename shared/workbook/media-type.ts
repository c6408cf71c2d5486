/** The media type of .xlsx. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The media type of text with commas. */
export const CSV = 'text/csv; charset=utf-8';

import { over, type Page } from './page.ts';
import { FIRST, LAST, SUMMARY } from './page-styles.ts';

/** Begins a section of a page: a gap and its title. */
export function section(page: Page, title: string): void {
  page.gap(12);
  page.begin([over(FIRST, LAST, title, SUMMARY.section)], 24);
}

import type { ExportNotice } from '../notices/export-notice.ts';
import type { Notice } from '../notices/notice.ts';

/** Telling people what became of their file. */
export interface Notices {
  /** Throws when it could not be handed over; it may be sent again then. */
  send(notice: Notice): Promise<void>;
}

/** Telling people of an export, as {@link Notices}. */
export interface ExportNotices {
  send(notice: ExportNotice): Promise<void>;
}

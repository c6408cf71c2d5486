import type { ExportNotice } from '../domain/export-notice.ts';
import type { Notice } from '../domain/notice.ts';

/** Telling people what became of their file. */
export interface Notices {
  /** Throws when it could not be handed over; it may be sent again then. */
  send(notice: Notice): Promise<void>;
}

/** Telling people of an export, as {@link Notices}. */
export interface ExportNotices {
  send(notice: ExportNotice): Promise<void>;
}

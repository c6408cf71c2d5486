/**
 * Names of files that programs and systems leave behind and nobody means to drop: Excel's and other
 * programs' locks, what Macs and Windows keep in every folder, and copies that are not finished.
 */
const LEFT_BEHIND =
  /^(?:~\$.*|\..*|~.*\.tmp|.*\.(?:tmp|temp|part|partial|crdownload|download|swp|lock)|.*~|thumbs\.db|desktop\.ini)$/iu;
/** Folders that archives of Macs bring along. */
const FOLDER = /(?:^|\/)(?:__MACOSX|\.[^/]+)\//u;

/** Why an object is no drop, in words for the log; null: it is one. `size` in bytes, null unknown. */
export function passedOver(key: string, size: number | null): string | null {
  const file = key.split('/').at(-1) ?? '';
  if (LEFT_BEHIND.test(file)) return 'a file that a program left behind';
  if (FOLDER.test(key)) return 'a file in a folder that a program left behind';
  // A stub or the beginning of an upload: what is meant comes with an event of its own.
  return size === 0 && file !== '' ? 'an empty file' : null;
}

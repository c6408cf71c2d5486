import stringWidth from 'string-width';

/** Lines of cells under each other, as wide as their longest; `right` are columns of figures. */
export function textTable(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => stringWidth(row[at] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const room = ' '.repeat((widths[at] ?? 0) - stringWidth(cell));
        return right.includes(at) ? room + cell : cell + room;
      })
      .join('  ')
      .trimEnd(),
  );
}

import type { Visibility } from '@millrace/sales';
import type { BoardRow } from './board.js';

/**
 * The rows that are shown; a rank is that of the whole board, whatever is left out.
 *
 * Rows tied with the last one shown in full are not: it is rows that are counted.
 *
 * @source ORG-47, LDB-9
 */
export const visibleRows = (
  rows: ReadonlyArray<BoardRow>,
  visibility: Visibility,
  viewer: string | undefined,
): ReadonlyArray<BoardRow> => {
  switch (visibility.show) {
    case 'all':
      return rows;
    case 'top':
      return rows.slice(0, visibility.rows);
    case 'own':
      return rows.filter(({ id }) => id === viewer);
    case 'anonymousTail':
      return rows.map((row, i) => (i < visibility.rows || row.id === viewer ? row : { ...row, id: null, name: null }));
  }
};

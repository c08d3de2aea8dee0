/** The views that show how periods are sworn, worked and settled, and by whom. */
import type { views } from '@millrace/projections';

export type ViewOfPeriods = Extract<
  keyof typeof views,
  'organisation' | 'periods' | 'credits' | 'pledges' | 'publications'
>;

import { type Period, parsePeriod } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

const ZONE = 'Asia/Shanghai';

const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);
const quarters = [1, 2, 3, 4].map((quarter) => `2025-Q${quarter}`);

const periodOf = (label: string): Period => {
  const period = parsePeriod(label, ZONE);
  if (E.isRight(period)) return period.right;
  throw new RangeError(`no period: ${label}`);
};

/** The months and quarters of the year. */
export const salesPeriods: ReadonlyArray<Period> = [...months, ...quarters].map(periodOf);

import { type Instant, type LocalDate, periodFinder } from '@millrace/kernel';
import type { PipelineDocument } from '../pipeline/index.js';
import { type Span, standingAt } from '../timeline.js';

/** The days of a period: from the first up to, and without, `end`. */
export interface Days {
  readonly first: LocalDate;
  readonly end: LocalDate;
}

/** The days of a period in its zone. Dates are texts of one length: they compare as they follow each other. */
export const daysOf = ({ start, end }: Span, zone: string): Days => {
  const dayOf = periodFinder('day', zone);
  return { first: dayOf(start).label as LocalDate, end: dayOf(end).label as LocalDate };
};

/** When a project was expected to close, as of an instant; nothing where nobody said. */
export const expectedAt = ({ expectedClose }: PipelineDocument, asOf: Instant): LocalDate | undefined =>
  standingAt(expectedClose, asOf)?.state;

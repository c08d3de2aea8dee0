import { BusinessId, Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';

/** Whose target: a person's or a unit's. */
export const TargetOf = t.union([struct({ person: BusinessId }), struct({ unit: BusinessId })], 'TargetOf');
export type TargetOf = t.TypeOf<typeof TargetOf>;

/** What is counted. @source DLR-13 */
export const CountMeasure = t.keyof({ prospects: null, shoppers: null, buyers: null }, 'CountMeasure');
export type CountMeasure = t.TypeOf<typeof CountMeasure>;

/** Target, and above it stretch and challenge where wanted. @source I-33 */
export const TargetLevels = t.union(
  [
    struct({ measure: t.literal('sales'), target: Money }, { stretch: Money, challenge: Money }, 'SalesLevels'),
    struct(
      { measure: CountMeasure, target: SafeInteger },
      { stretch: SafeInteger, challenge: SafeInteger },
      'CountLevels',
    ),
  ],
  'TargetLevels',
);
export type TargetLevels = t.TypeOf<typeof TargetLevels>;

import type { PlaybookFault } from '@millrace/sales';

/** Faults of what a playbook says of people, permissions and performance; `people.test.ts` meets each. */
export type FaultOfPeople = Extract<
  PlaybookFault['type'],
  | 'SystemRoleOfPersons'
  | 'CommandUnheardOf'
  | 'CommandDoubled'
  | 'NobodyMayPublish'
  | 'SettlementDueBeforeEnd'
  | 'NoRowsShown'
>;

import { type Ask, commandIdOf } from '@millrace/engine';
import { instantAt, MANAGER, sellers, YEAR } from './staff.js';

const operator = { actor: 'operator', role: 'operator' };

/** Everybody joins on the first day of the year, in the role that lets them act. */
export const organise = (edition: string): ReadonlyArray<Ask> =>
  [{ id: MANAGER, role: 'manager' }, ...sellers.map(({ id }) => ({ id, role: 'seller' }))].flatMap(({ id, role }) =>
    [
      { type: 'JoinStaff', person: id, name: id },
      { type: 'GrantRole', person: id, role },
    ].map((command, i) => ({
      command,
      commandId: commandIdOf(edition, id, i),
      ...operator,
      effectiveAt: instantAt(YEAR.start),
    })),
  );

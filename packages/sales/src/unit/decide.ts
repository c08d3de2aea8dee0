/** Units of the organisation: dealer, branches, outlets, departments. @source DLR-51, ORG-25 */
import * as E from 'fp-ts/lib/Either.js';
import { absurd, pipe } from 'fp-ts/lib/function.js';
import { defined, ok, refuse, unless } from '../checks.js';
import { spanAt } from '../person/readable.js';
import type { CommandTo, UnitCommand } from './commands.js';
import type { Ruled } from './context.js';
import type { OpenedUnit, Unit } from './evolve.js';
import { leadershipOnTime, openThen, whenOpened, works } from './policy.js';
import type { Decision } from './refusals.js';

/** Answer a command, one line each. Asking twice is safe: what is already so yields no events. */
export const decide = (command: UnitCommand, unit: Unit, context: Ruled): Decision => {
  const ask = (decision: (opened: OpenedUnit) => Decision): Decision =>
    pipe(whenOpened(unit, command.unit), E.flatMap(decision));
  switch (command.type) {
    case 'OpenUnit':
      return open(command, unit, context);
    case 'RenameUnit':
      return ask((opened) => rename(command, opened, context));
    case 'AppointUnitLeader':
      return ask((opened) => appoint(command, opened, context));
    case 'ReleaseUnitLeader':
      return ask((opened) => release(command, opened, context));
    case 'CloseUnit':
      return ask((opened) => close(command, opened, context));
    default:
      return absurd(command);
  }
};

/** The parent stands before the child and is kept for good, so the tree has no circle. */
const open = ({ unit: id, unitKind, name, parent }: CommandTo<'OpenUnit'>, unit: Unit, context: Ruled): Decision => {
  const { effectiveAt } = context;
  if (unit.phase === 'opened') {
    const same = unit.name === name && unit.unitKind === unitKind && unit.parent === parent;
    return same && unit.openedAt === effectiveAt
      ? E.right([])
      : refuse({ type: 'UnitAlreadyOpened', openedAt: unit.openedAt });
  }
  const under =
    parent === undefined
      ? ok
      : pipe(
          whenOpened(context.parent, parent),
          E.flatMap((opened) => openThen(parent, opened, effectiveAt)),
        );
  return unless([under], () => [
    { type: 'UnitOpened', data: { unit: id, unitKind, name, ...defined({ parent }) }, effectiveAt },
  ]);
};

const rename = ({ unit: id, name }: CommandTo<'RenameUnit'>, unit: OpenedUnit, { effectiveAt }: Ruled): Decision =>
  unit.name === name
    ? E.right([])
    : unless([openThen(id, unit, effectiveAt)], () => [{ type: 'UnitRenamed', data: { name }, effectiveAt }]);

const appoint = ({ unit: id, leader }: CommandTo<'AppointUnitLeader'>, unit: OpenedUnit, context: Ruled): Decision => {
  const { effectiveAt } = context;
  if (unit.leaders.at(-1)?.what === leader && spanAt(unit.leaders, effectiveAt)?.what === leader) return E.right([]);
  return unless(
    [openThen(id, unit, effectiveAt), works(leader, context.leader, effectiveAt), leadershipOnTime(unit, context)],
    () => [{ type: 'UnitLeaderAppointed', data: { leader }, effectiveAt }],
  );
};

const release = (_: CommandTo<'ReleaseUnitLeader'>, unit: OpenedUnit, context: Ruled): Decision => {
  const { effectiveAt } = context;
  const last = unit.leaders.at(-1);
  if (last === undefined || last.to !== undefined) return E.right([]);
  return unless([leadershipOnTime(unit, context)], () => [
    { type: 'UnitLeaderReleased', data: { leader: last.what }, effectiveAt },
  ]);
};

const close = ({ unit: id }: CommandTo<'CloseUnit'>, unit: OpenedUnit, context: Ruled): Decision => {
  const { effectiveAt } = context;
  if (unit.closedAt !== undefined) return E.right([]);
  return unless([openThen(id, unit, effectiveAt), leadershipOnTime(unit, context)], () => [
    { type: 'UnitClosed', data: {}, effectiveAt },
  ]);
};

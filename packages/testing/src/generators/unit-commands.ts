import type { BusinessId } from '@millrace/kernel';
import type { UnitCommand } from '@millrace/sales';
import fc from 'fast-check';
import { sellerIds, unitIds } from './people.js';

type CommandTo<Type extends UnitCommand['type']> = Extract<UnitCommand, { type: Type }>;
type Fields = { readonly [Type in UnitCommand['type']]: fc.Arbitrary<Omit<CommandTo<Type>, 'type' | 'unit'>> };

const name = fc.constantFrom('North', 'North', 'Far north');
const kind = fc.constantFrom('branch' as const, 'branch' as const, 'branch' as const, 'outlet' as const);

/** Half of the units stand at the top of the tree. */
const fields: Fields = {
  OpenUnit: fc.record(
    { unitKind: kind, name, parent: fc.constantFrom(...unitIds.slice(1)) },
    { requiredKeys: ['unitKind', 'name'] },
  ),
  RenameUnit: fc.record({ name }),
  AppointUnitLeader: fc.record({ leader: fc.constantFrom(...sellerIds) }),
  ReleaseUnitLeader: fc.record({}),
  CloseUnit: fc.record({}),
};

const allTypes = Object.keys(fields) as ReadonlyArray<UnitCommand['type']>;

/** A command about one unit: any, or one of `types`. */
export const unitCommands = (
  unit: BusinessId = unitIds[0],
  types: ReadonlyArray<UnitCommand['type']> = allTypes,
): fc.Arbitrary<UnitCommand> =>
  fc.oneof(...types.map((type) => fields[type].map((rest) => ({ type, unit, ...rest }) as UnitCommand)));

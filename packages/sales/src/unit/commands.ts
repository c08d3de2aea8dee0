/** What can be asked of a unit. */
import { BusinessId, type CommandOf, commandSet, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { UnitKind } from './events.js';

const unit = BusinessId;

const specs = {
  OpenUnit: struct({ unit, unitKind: UnitKind, name: t.string }, { parent: BusinessId }),
  RenameUnit: struct({ unit, name: t.string }),
  /** In the place of whoever leads it now. */
  AppointUnitLeader: struct({ unit, leader: BusinessId }),
  ReleaseUnitLeader: struct({ unit }),
  CloseUnit: struct({ unit }),
};

export type UnitCommand = CommandOf<typeof specs>;
export const unitCommands = commandSet(specs);
export type CommandTo<Type extends UnitCommand['type']> = Extract<UnitCommand, { type: Type }>;

/** Who a command would give custody to. */
import type { BusinessId } from '@millrace/kernel';
import type { CustomerCommand } from './commands.js';
import type { Customer } from './evolve.js';

/** The person a command would give custody to; nobody where it gives none, or leaves it to the pool. */
export const receiverOf = (command: CustomerCommand, customer: Customer): BusinessId | undefined => {
  switch (command.type) {
    case 'EnterCustomer':
      return command.custodian;
    case 'AssignCustody':
    case 'TransferCustody':
      return command.to;
    case 'ClaimFromPool':
      return command.by;
    case 'StartTemporaryCustody':
      return command.manager;
    case 'EndTemporaryCustody': {
      const holder = customer.phase === 'entered' ? customer.custody.holder : undefined;
      return command.to ?? (holder?.kind === 'temporary' ? holder.before : undefined);
    }
    default:
      return undefined;
  }
};

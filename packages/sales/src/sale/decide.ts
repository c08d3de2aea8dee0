import { absurd } from 'fp-ts/lib/function.js';
import type { SaleCommand } from './commands.js';
import type { Ruled } from './context.js';
import { credit } from './decide-credit.js';
import { reverse } from './decide-reversal.js';
import type { Sale } from './evolve.js';
import type { Decision } from './refusals.js';

/** Answer a command. Asking twice is safe: what is already so yields no events. */
export const decide = (command: SaleCommand, sale: Sale, context: Ruled): Decision => {
  switch (command.type) {
    case 'CreditSale':
      return credit(command, sale, context);
    case 'ReverseCredit':
      return reverse(command, sale, context);
    default:
      return absurd(command);
  }
};

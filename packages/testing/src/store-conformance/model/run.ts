import type { Tenant } from '@millrace/kernel';
import type { Backend } from '../backend.js';
import { askBoth, assertWhole } from './ask-both.js';
import { emptyModel } from './model.js';
import type { Operation } from './operations.js';

/**
 * Asks a store and the model the same, and asserts the same answers.
 *
 * Each tenant has a model that knows nothing of the other.
 *
 * @source trust.md REL-5, LAW-37
 */
export const runAgainstModel = async (
  backend: Backend,
  names: readonly [Tenant, Tenant],
  operations: ReadonlyArray<Operation>,
  { deadlineMs, reopen }: { readonly deadlineMs: number; readonly reopen: () => Promise<Backend> },
): Promise<void> => {
  const tenants = names.map((tenant) => ({ tenant, model: emptyModel(), deadlineMs }));
  let current = backend;
  for (const operation of operations) {
    if (operation.type === 'reopen') {
      current = await reopen();
      continue;
    }
    const asked = tenants[operation.who];
    if (asked !== undefined) await askBoth({ ...asked, store: current.tenant(asked.tenant) }, operation);
  }
  for (const one of tenants) await assertWhole({ ...one, store: current.tenant(one.tenant) });
};

import type { Tenant } from '@millrace/kernel';
import fc from 'fast-check';
import { operations } from '../model/operations.js';
import { runAgainstModel } from '../model/run.js';
import type { Group } from '../suite.js';

/** Sequences that nobody thought of. */
export const random: Group = ({ it, capabilities, random: parameters }) => [
  it('any sequence of questions is answered as the model answers', IDS, async ({ backend, reopen, deadlineMs }) => {
    let runs = 0;
    let current = backend;
    const property = fc.asyncProperty(
      operations({ multiStream: capabilities.multiStream, reopen: capabilities.durable }),
      async (sequence) => {
        runs += 1;
        await runAgainstModel(current, [`left_${runs}` as Tenant, `right_${runs}` as Tenant], sequence, {
          deadlineMs,
          reopen: async () => {
            current = await reopen();
            return current;
          },
        });
      },
    );
    await fc.assert(property, parameters);
  }),
];

const IDS = ['REL-5', 'LAW-27', 'LAW-37', 'LAW-9', 'LAW-10', 'LAW-12', 'LAW-15', 'S6'];

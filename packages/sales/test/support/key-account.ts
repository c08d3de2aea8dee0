import { keyAccount, type Named, type ProcessTemplate } from '@millrace/sales';

const { projects } = keyAccount;
const [process] = projects?.processes ?? [];
if (projects === undefined || process === undefined) throw new Error('the preset has no process');

/** What the preset says of projects, and its one process. */
export const ours = { projects, process: process as ProcessTemplate };

/** What terms are called, in Chinese. */
export const zhOf = (terms: ReadonlyArray<Pick<Named, 'name'>>): ReadonlyArray<string> =>
  terms.map(({ name }) => name.zh);

/** What is done in a phase of the process. */
export const activitiesIn = (phase: string) => ours.process.phases.find(({ id }) => id === phase)?.activities ?? [];

/** An activity of the process. @throws Error where it has none of this id */
export const activityOf = (id: string) => {
  const found = ours.process.phases.flatMap(({ activities }) => activities).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no activity ${id}`);
  return found;
};

/** A gate of the process. @throws Error where it has none of this id */
export const gateOf = (id: string) => {
  const found = ours.process.gates.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no gate ${id}`);
  return found;
};

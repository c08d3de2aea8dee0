/** How a gate may be reviewed: as the template says, or simpler for projects of a size. @source PRJ-36 */
import type { TailoredGate } from './tailored.js';
import type { TailoringRule } from './tailoring-asked.js';
import type { Gate } from './template.js';
import type { ReviewForm } from './terms.js';

interface Form {
  readonly form: ReviewForm;
  readonly reviewers: number;
}

/** PRJ-36: gates are simplified by size. One that was requested keeps the form it had, whatever the size now. */
export const formsAreAllowed: TailoringRule = ({ proposed, requested, size, of }) => {
  const found = proposed.gates.find((gate) => {
    if (gate.gates.some((id) => requested.has(id))) return false;
    return !isStricter(
      gate,
      gate.gates.flatMap((id) => of.gates.get(id) ?? []).map(({ it }) => formsOf(it, size)),
    );
  });
  return found && { type: 'FormNotAllowed', gate: found.gates[0] ?? '', form: found.form, reviewers: found.reviewers };
};

const formsOf = ({ form, reviewers, simplifications }: Gate, size: string | undefined): ReadonlyArray<Form> => [
  { form, reviewers },
  ...simplifications.filter((one) => one.size === size),
];

/**
 * Whether a form is the stricter of one form of each part: a meeting where a part meets, and the most
 * reviewers of any part.
 */
const isStricter = ({ form, reviewers }: TailoredGate, parts: ReadonlyArray<ReadonlyArray<Form>>): boolean => {
  const open = parts.map((forms) =>
    forms.filter((one) => one.reviewers <= reviewers && (form === 'meeting' || one.form === form)),
  );
  if (open.some((forms) => forms.length === 0)) return false;
  const most = open.flatMap((forms, part) => (forms.some((one) => one.reviewers === reviewers) ? [part] : []));
  const meeting = open.flatMap((forms, part) => (forms.some((one) => one.form === form) ? [part] : []));
  if (new Set([...most, ...meeting]).size > 1) return most.length > 0 && meeting.length > 0;
  return open.some((forms) => forms.some((one) => one.form === form && one.reviewers === reviewers));
};

/** Gates stand at the exits of stages, and merge where a merge of phases brings them together. @source PRJ-36, GAT-4 */

import { sameBoundary } from './same-process.js';
import type { IndexedTailoring, TailoringRule } from './tailoring-asked.js';
import type { TailoringFault } from './tailoring-faults.js';
import { spansOf } from './tailoring-stages.js';
import type { Boundary } from './terms.js';

/** GAT-4: gates are one exactly where they guard one boundary. */
export const gatesMergeAtOneBoundary: TailoringRule = (asked) => {
  const exitOf = exitsOf(asked);
  const guarded = new Map<number, string>();
  for (const { gates } of asked.proposed.gates) {
    const [gate = '', ...others] = gates;
    const exit = exitOf(gate);
    const stray = others.find((other) => exitOf(other) !== exit);
    if (stray !== undefined) return { type: 'GatesMergedWrongly', gate, other: stray, are: 'merged' };
    const other = guarded.get(exit);
    if (other !== undefined) return { type: 'GatesMergedWrongly', gate, other, are: 'apart' };
    guarded.set(exit, gate);
  }
  return undefined;
};

/** GAT-4: a gate within a stage moves to its exit, to the gate there if there is one; every other stays. */
export const gatesStandAtExits: TailoringRule = (asked) => {
  const exitOf = exitsOf(asked);
  return firstOf(asked.proposed.gates, ({ gates: [gate = ''], guards }) => {
    const exit = exitOf(gate);
    const there = asked.of.gateFrom[exit];
    const phase = asked.template.phases[exit]?.id;
    const exitGuard: Boundary | undefined = phase && { at: 'exit', phase };
    const expected = there?.place === exit ? there.it.guards : exitGuard;
    return expected === undefined || sameBoundary(guards, expected)
      ? undefined
      : { type: 'GateMisplaced', gate, guards, expected };
  });
};

/** GAT-4: every criterion stands at its own gate, so that merged ones keep the union. */
export const criteriaAreUnited: TailoringRule = ({ proposed, of }) =>
  firstOf(proposed.gates, ({ gates, criteria }) => {
    const parts = new Set<string>(gates);
    return firstOf(criteria, (missing) => {
      const gate = of.criteria.get(missing)?.id ?? '';
      return parts.has(gate) ? undefined : { type: 'CriteriaNotUnion', gate, missing };
    });
  });

/** GAT-4, GAT-7: the roles are those that the parts ask for, each once. */
export const rolesAreUnited: TailoringRule = ({ proposed, of }) =>
  firstOf(proposed.gates, ({ gates, reviewerRoles }) => {
    const given = new Set<string>(reviewerRoles);
    const asked = new Set<string>();
    for (const gate of gates) {
      for (const role of of.gates.get(gate)?.it.reviewerRoles ?? []) {
        if (!given.has(role)) return { type: 'ReviewerRolesNotUnion', gate, missing: role };
        asked.add(role);
      }
    }
    const met = new Set<string>();
    const extra = reviewerRoles.find((role) => !asked.has(role) || met.size === met.add(role).size);
    return extra && { type: 'ReviewerRolesNotUnion', gate: gates[0] ?? '', extra };
  });

/** Where the stage is left that holds the phase at whose end a gate of the template stands. */
const exitsOf = ({ proposed, of }: IndexedTailoring): ((gate: string) => number) => {
  const exits: Array<number> = [];
  for (const { first, last } of spansOf(proposed.stages, of)) {
    for (let place = first; place <= last; place++) exits[place] = last;
  }
  return (gate) => exits[of.gates.get(gate)?.place ?? -1] ?? -1;
};

const firstOf = <A>(
  all: ReadonlyArray<A>,
  rule: (one: A) => TailoringFault | undefined,
): TailoringFault | undefined => {
  for (const one of all) {
    const fault = rule(one);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

import type { BusinessId } from '@millrace/kernel';
import { type UnitCommand, unitModule } from '@millrace/sales';
import { deciderLaws, type Reach, unitCommands, unitContext } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitInvariants } from '../support/staff-invariants.js';
import { unitOutcomes } from '../support/staff-reach.js';
import { askIn } from '../support/staff-story.js';

interface Part {
  readonly name: string;
  readonly types?: ReadonlyArray<UnitCommand['type']>;
  readonly opened: boolean;
  readonly runs: number;
  readonly length?: number;
}

const opens = askIn('OpenUnit', { unitKind: 'branch', name: 'North' });

const parts: ReadonlyArray<Part> = [
  { name: 'everything', opened: true, runs: 150 },
  { name: 'nothing there', opened: false, runs: 150 },
  { name: 'opening', types: ['OpenUnit'], opened: false, runs: 500, length: 6 },
  { name: 'leadership', types: ['AppointUnitLeader', 'ReleaseUnitLeader'], opened: true, runs: 150 },
  { name: 'closing', types: ['CloseUnit', 'RenameUnit', 'AppointUnitLeader'], opened: true, runs: 150 },
];

const reaches: Array<Reach> = [];

describe.each(parts)('laws of a unit: $name', ({ name, types, opened, runs, length = 20 }) => {
  const { cases, reach } = deciderLaws({
    name,
    decider: unitModule.decider,
    commands: unitCommands('north' as BusinessId, types),
    opening: fc.constant(opened ? [opens] : []),
    context: unitContext,
    events: unitModule.events,
    invariants: unitInvariants,
    repeatable: () => true,
    runs,
    length,
    // The counts below are of these very histories; a run with another seed is made by changing this one.
    seed: 20_261_124,
  });
  reaches.push(reach);
  for (const { name: title, run } of cases) test(title, run);
});

describe('the histories of these laws', () => {
  const met = () => reaches.flatMap((reach) => reach.cells());
  const times = (command: string, outcome: string) =>
    met()
      .filter((cell) => cell.command === command && cell.outcome === outcome)
      .reduce((sum, cell) => sum + cell.times, 0);

  test('meet every answer of every command at least 50 times', () => {
    const seldom = Object.entries(unitOutcomes).flatMap(([command, list]) =>
      list.map((outcome) => ({ command, outcome, times: times(command, outcome) })).filter((cell) => cell.times < 50),
    );
    expect(seldom).toEqual([]);
  });

  test('meet no other answer', () => {
    const declared = new Map<string, ReadonlyArray<string>>(Object.entries(unitOutcomes));
    const others = met().filter(({ command, outcome }) => !declared.get(command)?.includes(outcome));
    expect(others).toEqual([]);
  });
});

import type { BusinessId } from '@millrace/kernel';
import { type PersonCommand, personModule } from '@millrace/sales';
import { deciderLaws, histories, personCommands, personContext, type Reach } from '@millrace/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personInvariants } from '../support/staff-invariants.js';
import { staffOutcomes } from '../support/staff-reach.js';
import { askOf } from '../support/staff-story.js';

type Types = ReadonlyArray<PersonCommand['type']>;

const joins = askOf('JoinStaff', { name: 'Ada' });
const stretches: Types = ['JoinTeam', 'LeaveTeam', 'ResignSeller', 'JoinStaff', 'GrantRole'];

interface Part {
  readonly name: string;
  readonly types?: Types;
  readonly commands?: fc.Arbitrary<PersonCommand>;
  readonly unknown?: true;
  readonly runs: number;
  readonly length?: number;
}

const again = fc.constantFrom(
  askOf('GrantRole', { role: 'seller' }),
  askOf('RevokeRole', { role: 'seller' }),
  askOf('QualifyForPost', { post: 'seller' }),
);

const parts: ReadonlyArray<Part> = [
  { name: 'everything', runs: 100 },
  { name: 'nobody', unknown: true, runs: 100 },
  { name: 'comings and goings', types: stretches, runs: 150 },
  { name: 'roles', types: ['GrantRole', 'RevokeRole'], runs: 100 },
  { name: 'teams', types: ['JoinTeam', 'LeaveTeam'], runs: 250 },
  { name: 'posts', types: ['QualifyForPost', 'ExpireQualification', 'AcceptDataTerms'], runs: 150 },
  { name: 'leavers', types: ['ResignSeller', 'JoinStaff', 'RenamePerson', 'AcceptDataTerms'], runs: 100 },
  { name: 'again and again', commands: again, runs: 60, length: 12 },
  { name: 'joining', types: ['JoinStaff'], unknown: true, runs: 100 },
  { name: 'those who left', types: ['ResignSeller', 'JoinTeam'], runs: 150 },
];

const reaches: Array<Reach> = [];
const SEED = 20_261_124;

describe.each(parts)('laws of a person: $name', ({ name, types, commands, unknown, runs, length = 20 }) => {
  const { cases, reach } = deciderLaws({
    name,
    decider: personModule.decider,
    commands: commands ?? personCommands('ada' as BusinessId, types),
    opening: fc.constant(unknown ? [] : [joins]),
    context: personContext,
    events: personModule.events,
    invariants: personInvariants,
    repeatable: () => true,
    runs,
    length,
    // The counts below are of these very histories; a run with another seed is made by changing this one.
    seed: SEED,
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
    const seldom = Object.entries(staffOutcomes).flatMap(([command, list]) =>
      list.map((outcome) => ({ command, outcome, times: times(command, outcome) })).filter((cell) => cell.times < 50),
    );
    expect(seldom).toEqual([]);
  });

  test('meet no other answer', () => {
    const declared = new Map<string, ReadonlyArray<string>>(Object.entries(staffOutcomes));
    const others = met().filter(({ command, outcome }) => !declared.get(command)?.includes(outcome));
    expect(others).toEqual([]);
  });
});

test('what a person is in is told by the events in whatever order they are dated: at no instant two units DLR-51', () => {
  const walks = histories({
    decider: personModule.decider,
    commands: personCommands('ada' as BusinessId, ['JoinTeam', 'LeaveTeam', 'ResignSeller', 'JoinStaff']),
    opening: fc.constant([joins]),
    context: personContext,
    length: 40,
  });
  fc.assert(
    fc.property(walks, (history) => {
      // Told by hand: who is in what, instant by instant, as said by the latest event about that instant.
      const instants = [
        ...new Set(
          history.flatMap((event) =>
            'until' in event.data && event.data.until ? [event.effectiveAt, event.data.until] : [event.effectiveAt],
          ),
        ),
      ];
      for (const at of instants) {
        const units = new Set<string>();
        let present = false;
        for (const { type, data, effectiveAt } of history) {
          const begun = effectiveAt <= at;
          if (type === 'StaffJoined' && begun) present = true;
          if (type === 'SellerResigned' && begun) {
            present = false;
            units.clear();
          }
          if (type === 'TeamJoined' && begun && (data.until === undefined || at < data.until)) units.add(data.unit);
          if (type === 'TeamLeft' && begun) units.delete(data.unit);
        }
        if (units.size > 1 || (units.size > 0 && !present)) throw new Error(`${[...units]} at ${at}`);
      }
    }),
    { numRuns: 150 },
  );
});

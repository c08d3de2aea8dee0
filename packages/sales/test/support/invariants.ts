import assert from 'node:assert/strict';
import {
  type Customer,
  dealership,
  type Entered,
  hasContactDatum,
  type Journey,
  rankOf,
  standingOf,
} from '@millrace/sales';

const { customer: rules } = dealership;

/** What is so of every customer, whatever was asked. */
export const invariants = (customer: Customer): void => {
  if (customer.phase === 'unknown') return;
  assert(hasContactDatum(customer.sheet), 'DLR-18: there is a way to reach the customer');
  if (customer.phase === 'entered') ofEntered(customer);
};

const ofEntered = ({ enteredAt, journeys, custody, class: standing, link, events }: Entered): void => {
  assert(custody.since >= enteredAt, 'OWN-2: custody begins with the entry');
  assert((standing?.since ?? enteredAt) >= enteredAt, 'the class begins with the entry');
  assert((link?.since ?? enteredAt) >= enteredAt, 'a link begins with the entry');
  assert.notEqual(link?.of, 'c1', 'nobody is his own duplicate');
  assert.deepEqual(
    journeys.map(({ number }) => number),
    journeys.map((_, index) => index + 1),
  );
  for (const [index, journey] of journeys.entries()) {
    const standsAt = standingOf(journey);
    const next = journeys[index + 1];
    assert(journey.moves.every(({ revision }) => revision < events));
    if (next === undefined) continue;
    assert.notEqual(standsAt.outcome, undefined, 'Q8: only the last journey is open');
    assert(next.openedAt >= standsAt.since, 'a journey begins where the one before ended, or later');
  }
  for (const journey of journeys) ofJourney(journey);
};

/** LAW-7: the moves are in the declared graph, in order of time, and a closed journey absorbs. */
const ofJourney = ({ start, openedAt, moves }: Journey): void => {
  assert.equal(start, rules.stages[0]?.id);
  let [stage, isDecided, isOver, since]: [string, boolean, boolean, string] = [start, false, false, openedAt];
  for (const { step, at } of moves) {
    assert(!isOver, 'a closed journey absorbs');
    assert(at >= since, 'moves never go back in effective time');
    since = at;
    switch (step.kind) {
      case 'stage': {
        const climb = rankOf(rules, step.to) - rankOf(rules, stage);
        assert(rankOf(rules, step.to) >= 0 && climb !== 0);
        if (step.way !== undefined) assert.equal(step.way, climb > 0 ? 'ahead' : 'back');
        assert.notEqual(step.to, rules.purchaseStage, 'Q5: only a decided purchase makes a buyer');
        [stage, isDecided] = [step.to, false];
        break;
      }
      case 'decided':
        assert(!isDecided);
        assert.equal(step.to, rules.purchaseStage);
        [stage, isDecided] = [step.to, true];
        break;
      case 'completed':
        assert(isDecided, 'Q5: what was not decided is not completed');
        isOver = true;
        break;
      case 'closed':
        isOver = true;
    }
  }
};

import { describe, test } from 'vitest';
import { cny } from '../support/playbooks.js';
import { exitOf, gate, phase, works } from '../support/processes.js';
import {
  after,
  ask,
  confirmed,
  gated,
  lost,
  offering,
  on,
  opened,
  openedGated,
  openedUnder,
  playbookWith,
  under,
  was,
  won,
} from '../support/projecting.js';
import { day, msFrom } from '../support/story.js';

const sign = (more: object = { amount: cny(100_000), contract: 'no. 7' }) => ask('SignContract', more);

describe('a contract', () => {
  test('is signed in the phase of signing: the project is won, and delivery begins PRJ-33', () => {
    after(...offering)
      .when(sign(), on(8))
      .thenEvents(...won.slice(-2));
    after(...opened, confirmed)
      .when(sign())
      .thenRefused({ type: 'SigningTooEarly', phase: 'lead', signedIn: 'offer' });
  });

  test('needs no amount, and nothing comes after it where the template ends with it', () => {
    const short = { phases: works.phases.slice(0, 2), gates: [] };
    const inShort = under(playbookWith(short));
    const history = openedUnder(inShort(3), { ...works, ...short });
    after(...history, confirmed, was(5, 'PhaseEntered', { phases: ['offer'], cause: 'advance' }))
      .when(sign({}), inShort(8))
      .thenEvents(was(8, 'ContractSigned', {}));
  });

  test('is signed once: the same again is already so', () => {
    after(...won)
      .when(sign())
      .thenNothing();
    for (const more of [{}, { amount: cny(1), contract: 'no. 7' }, { amount: cny(100_000), contract: 'no. 8' }]) {
      after(...won)
        .when(sign(more))
        .thenRefused({ type: 'ContractAlreadySigned', signedAt: day(8) });
    }
    after(...lost)
      .when(sign())
      .thenRefused({ type: 'ProjectEnded', project: 'p1', outcome: 'lost', since: day(6) });
  });

  test('is not signed while the project is on hold Q11', () => {
    const review = { review: 'r1', gates: ['terms'] };
    gated(
      ...openedGated,
      confirmed,
      was(5, 'PhaseEntered', { phases: ['offer'], cause: 'advance' }),
      was(6, 'GateReviewRequested', { ...review, requestedBy: 'ada', plannedTeam: [] }),
      was(7, 'GateDecided', {
        ...{ ...review, decision: 'hold', chair: 'mia', reviewers: [{ person: 'mia', role: 'manager' }] },
        ...{ independence: 'independent', form: 'meeting', criteria: [], evidence: [] },
      } as never),
    )
      .when(sign())
      .thenRefused({ type: 'OnHold', review: 'r1' });
  });

  test('takes the go of the gate at signing, or at the exit of the phase it is signed in GAT-1', () => {
    const inOffer = was(5, 'PhaseEntered', { phases: ['offer'], cause: 'advance' });
    gated(...openedGated, confirmed, inOffer)
      .when(sign())
      .thenRefused({ type: 'GateNotPassed', gate: 'terms' });
    const atExit = { gates: [gate('terms', exitOf('offer'))] };
    const inAtExit = under(playbookWith(atExit));
    after(...openedUnder(inAtExit(3), { ...works, ...atExit }), confirmed, inOffer)
      .when(sign(), inAtExit(20))
      .thenRefused({ type: 'GateNotPassed', gate: 'terms' });
  });

  test('takes the checklist of its phase, and is not signed before the latest move Q10', () => {
    const listed = {
      phases: works.phases.map((one) =>
        one.id === 'offer'
          ? phase('offer', [], { checklist: [works.phases[0]?.checklist[0] as never] })
          : { ...one, checklist: [] },
      ),
      gates: [],
    };
    const inListed = under(playbookWith(listed));
    after(
      ...openedUnder(inListed(3), { ...works, ...listed }),
      was(5, 'PhaseEntered', { phases: ['offer'], cause: 'advance' }),
    )
      .when(sign(), inListed(20))
      .thenRefused({ type: 'ChecklistIncomplete', items: ['called'] });
    after(...offering)
      .when(sign(), on(msFrom(day(5), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(5) });
  });

  test('is of an amount of ours, not below zero', () => {
    after(...offering)
      .when(sign({ amount: cny(-1) }))
      .thenRefused({ type: 'AmountBelowZero', amount: cny(-1) });
    after(...offering)
      .when(sign({ amount: { minor: 1, currency: 'USD' } }))
      .thenRefused({ type: 'CurrencyNotReporting', currency: 'USD', reporting: 'CNY' });
  });

  test('is amended, and the same amount again is already so PRJ-33', () => {
    const amend = (minor: number) => ask('AmendContract', { amount: cny(minor), reason: 'one more crane' });
    const amended = was(20, 'ContractAmended', { amount: cny(120_000), reason: 'one more crane' });
    after(...won)
      .when(amend(120_000))
      .thenEvents(amended);
    after(...won, amended)
      .when(amend(120_000))
      .thenNothing();
    after(...won, amended)
      .when(amend(1), on(19))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(20) });
    after(...offering)
      .when(amend(1))
      .thenRefused({ type: 'ContractNotSigned' });
    after(...won)
      .when(amend(-1))
      .thenRefused({ type: 'AmountBelowZero', amount: cny(-1) });
  });

  test('is ended: the win stays, and no phase is entered any more PRJ-33', () => {
    const end = ask('TerminateContract', { reason: 'the customer went out of business' });
    const ended = was(20, 'ContractTerminated', { reason: 'the customer went out of business' });
    after(...won)
      .when(end)
      .thenEvents(ended);
    after(...won, ended)
      .when(end)
      .thenNothing();
    after(...offering)
      .when(end)
      .thenRefused({ type: 'ContractNotSigned' });
    after(...won, ended)
      .when(ask('AdvancePhase', { to: 'lead' }))
      .thenRefused({ type: 'ContractEnded', terminatedAt: day(20) });
    after(...won, ended)
      .when(ask('AmendContract', { amount: cny(1), reason: 'none' }))
      .thenRefused({ type: 'ContractEnded', terminatedAt: day(20) });
    after(...won, ended)
      .when(ask('CloseProject', { outcome: 'won' }))
      .thenEvents(was(20, 'ProjectClosed', { outcome: 'won' }));
  });
});

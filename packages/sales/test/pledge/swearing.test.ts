import { replay } from '@millrace/kernel';
import { certificateHashes, certificateText, type PledgeEvent, pledgeModule } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { asks, cutOff, east, opened, periodAfter } from '../support/performance.js';
import { after, ask, byOperator, cny, day, on, sworn, was } from '../support/pledging.js';
import { msFrom, sha256 } from '../support/story.js';

const start = '2026-01-31T16:00:00.000Z' as PledgeEvent['effectiveAt'];
const swear = (target: object = { wan: '1' }, donation: object = { yuan: '500' }, more: object = {}) =>
  ask('SwearPledge', { target, donation, ...more } as never);

/** What a command records, or the refusal. */
const answerTo = (command: ReturnType<typeof swear>, context = on(20)) => {
  const answer = pledgeModule.decider.decide(command, pledgeModule.decider.initial, context);
  return E.isLeft(answer) ? answer.left : (answer.right[0] as Extract<PledgeEvent, { type: 'PledgeSworn' }>);
};

describe('swearing', () => {
  test('takes 万元 and 元 as decimal strings, exact to the fen ORG-26 PLG-13 Q19', () => {
    const target = (text: object) => {
      const answer = answerTo(swear(text));
      return 'data' in answer ? answer.data.target.minor : answer;
    };
    expect(target({ wan: '12.5' })).toBe(12_500_000);
    expect(target({ wan: '0.000001' })).toBe(1);
    expect(target({ yuan: '0.01' })).toBe(1);
    expect(target(cny(7))).toBe(7);
    expect(target({ yuan: '0.001' })).toMatchObject({ cause: { type: 'TooManyDecimals', text: '0.001', limit: 2 } });
    expect(target({ wan: '1e3' })).toMatchObject({ cause: { type: 'NotDecimal', text: '1e3' } });
    expect(target({ wan: '-1' })).toEqual({ type: 'TargetNotPositive', minor: -1_000_000 });
  });

  test('freezes basis, donation rule and rounding, the playbook’s where nothing is said Q16 PLG-9', () => {
    expect(answerTo(swear())).toMatchObject({
      data: { creditBasis: 'contract', donationRule: 'allOrNothing', rounding: 'floor' },
    });
    expect(
      answerTo(swear({ wan: '1' }, { yuan: '0' }, { creditBasis: 'cash', donationRule: 'proportional' })),
    ).toMatchObject({
      data: { creditBasis: 'cash', donationRule: 'proportional', donation: cny(0) },
    });
  });

  test('runs from the opening to the cut-off, and is late from the start on ORG-23', () => {
    const late = (when: Parameters<typeof on>[0]) => {
      const answer = answerTo(swear(), on(when));
      return 'data' in answer ? answer.data.late : answer.type;
    };
    expect([day(10), msFrom(start, -1), start, day(60)].map(late)).toEqual([false, false, true, true]);
    expect(late(msFrom(day(10), -1))).toBe('BeforePeriodOpened');
    // Dated back before the cut-off, but recorded after it.
    expect(answerTo(swear(), on(50, { period: periodAfter(opened, cutOff) }))).toMatchObject({
      type: 'PeriodAlreadyCutOff',
    });
  });

  test('is once a person, scope and period: the same again is already so, even settled and cut off Q15', () => {
    after(sworn).when(swear()).thenNothing();
    after(sworn)
      .when(swear(), on(62, { period: periodAfter(opened, cutOff) }))
      .thenNothing();
    for (const more of [{ creditBasis: 'cash' }, { donationRule: 'proportional' }]) {
      after(sworn)
        .when(swear({ wan: '1' }, { yuan: '500' }, more))
        .thenRefused({ type: 'AlreadyPledged', target: 1_000_000, donation: 50_000 });
    }
  });

  test('by a leader is for the unit, and for oneself beside it ORG-25 ORG-27 PLG-10 Q15', () => {
    const team = asks(pledgeModule.commands, { period: '2026-02', person: 'ada', unit: 'east' });
    const command = team('SwearPledge', { target: { wan: '1' }, donation: { yuan: '0' } });
    expect(answerTo(command, on(20, { unit: east }))).toMatchObject({
      data: { scope: 'team', person: 'ada', unit: 'east', unitName: '东区销售部' },
    });
    expect(answerTo(command, on(20))).toEqual({ type: 'NotLeaderOfUnit', unit: 'east', leader: null });
    expect(pledgeModule.streamOf(command)).not.toBe(pledgeModule.streamOf(swear()));
  });

  test('for others is the operator’s alone ORG-26', () => {
    expect(answerTo(swear(), byOperator(20))).toMatchObject({ type: 'PledgeSworn' });
  });
});

describe('withdrawing', () => {
  const withdraw = ask('WithdrawPledge', {});

  test('is free until the start, by effective time, and the pledge may be sworn anew ORG-23 PLG-9', () => {
    const withdrawn = was(21, 'PledgeWithdrawn', {});
    after(sworn).when(withdraw, on(21)).thenEvents(withdrawn);
    after(sworn)
      .when(withdraw, on(msFrom(start, -1)))
      .thenEvents({ ...withdrawn, effectiveAt: msFrom(start, -1) });
    after(sworn, withdrawn).when(withdraw, on(22)).thenNothing();
    after().when(withdraw).thenNothing();
    const anew = swear({ wan: '2' });
    after(sworn, withdrawn)
      .when(anew, on(msFrom(day(21), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'pledge', last: day(21) });
    const { initial, decide } = pledgeModule.decider;
    expect(decide(anew, replay(pledgeModule.decider, [sworn, withdrawn]), on(day(21)))).toHaveProperty('right');
    expect(decide(anew, initial, on(msFrom(day(21), -1)))).toHaveProperty('right');
    expect(answerTo(swear({ wan: '2' }), on(22))).toMatchObject({ data: { target: cny(2_000_000) } });
  });

  test('dated back after the cut-off is refused: what is settled then stands PLG-6', () => {
    after(sworn)
      .when(withdraw, on(21, { period: periodAfter(opened, cutOff) }))
      .thenRefused({ type: 'PeriodAlreadyCutOff', cutOffAt: day(61) });
  });
});

describe('the certificate', () => {
  const terms = {
    scope: 'individual',
    cadence: 'month',
    period: '2026-02',
    target: cny(12_500_000),
    donation: cny(50_050),
  } as never;
  const text = (language: 'zh' | 'en', of: object = {}, name = '李明') =>
    certificateText('pledge-1', language, { ...(terms as object), ...of } as never, name);

  test('says the pledge in Chinese and English, the target in 万元 and the donation in 元 ORG-26', () => {
    expect(text('zh').split('\n')[2]).toBe(
      '本人本月保证完成人民币12.5万元的销售业绩，如无完成，本人乐捐人民币500.50元。',
    );
    expect(text('en').split('\n')[2]).toBe(
      'I will achieve sales of CNY 125000.00 this month; if I do not, I offer a voluntary donation of CNY 500.50.',
    );
    expect(text('zh').endsWith('保证人：李明')).toBe(true);
  });

  test('of a team names the unit, of a quarter the quarter ORG-27', () => {
    const team = { scope: 'team', cadence: 'quarter', unitName: '东区销售部', donation: cny(50_000) };
    expect(text('zh', team).split('\n')[2]).toBe(
      '本人本季度带领东区销售部，保证完成人民币12.5万元的销售业绩，如无完成，本人乐捐人民币500元。',
    );
    expect(text('en', team)).toContain('I will lead 东区销售部 and achieve sales of CNY 125000.00 this quarter');
  });

  test('is hashed without the name, once a language, and changes with anything else PLG-9', () => {
    const hashes = (of: object = {}) => certificateHashes('pledge-1', { ...(terms as object), ...of } as never, sha256);
    for (const language of ['zh', 'en'] as const) {
      const open = `${text(language, {}, '').slice(0, text(language, {}, '').length)}{name}`;
      expect(hashes()[language]).toBe(sha256(open));
      for (const other of [
        { period: '2026-03' },
        { target: cny(1) },
        { donation: cny(1) },
        { scope: 'team' },
        { cadence: 'quarter' },
      ]) {
        expect(hashes(other)[language]).not.toBe(hashes()[language]);
      }
    }
    expect(hashes().zh).not.toBe(hashes().en);
  });

  test('keeps a name that looks like the open place, or a unit that does', () => {
    expect(text('zh', {}, '{name}').endsWith('保证人：{name}')).toBe(true);
    expect(text('zh', { scope: 'team', unitName: '{name}' })).toContain('带领{name}，');
    expect(() => certificateText('pledge-0', 'zh', terms, 'x')).toThrow(RangeError);
  });
});

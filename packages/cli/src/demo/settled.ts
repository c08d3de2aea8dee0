import { sha256 } from '@millrace/engine';
import type { Period } from '@millrace/kernel';
import type { Settlement } from 'millrace';
import { instantAt, leavers, teams } from './staff.js';
import { OPERATOR, step, type Timed } from './step.js';

const DAY = 86_400_000;

/** A period is cut off and settled on the third day after its end. */
export const settledAt = ({ end }: Pick<Period, 'end'>): number => Date.parse(end) + 3 * DAY;

/**
 * What follows a settlement: the meeting, the closing, and the answers of who missed a pledge. Three in
 * four consent, and what they consent to is received; the others decline. Who has left is asked for nothing.
 */
export const afterSettlement = (period: Period, { pledges, cutOff }: Settlement): ReadonlyArray<Timed> => {
  const { label } = period;
  const at = settledAt(period);
  const document = (name: string) => ({
    name: `${name} ${label}`,
    hash: sha256(`${name} ${label}`),
    figures: [{ query: `pledges --period ${label}`, asOf: instantAt(at), knownAt: cutOff ?? 0 }],
  });
  return [
    step(at + DAY, OPERATOR, [label, 'settlementMeeting'], {
      type: 'HoldSettlementMeeting',
      period: label,
      mode: 'inPerson',
      chairs: teams.map(({ leader }) => leader),
      agenda: AGENDA.map((item) => ({ item, record: 'minuted' })),
      minutes: document('minutes'),
    }),
    step(at + DAY, OPERATOR, [label, 'closes'], {
      type: 'ClosePeriod',
      period: label,
      summary: document('summary'),
      analysis: document('analysis'),
      plan: document('plan'),
    }),
    ...pledges
      .filter(({ donation }) => donation.minor > 0)
      .flatMap(({ id, name, donation }, i) => answers(at + 2 * DAY, id, { name, donation }, i % 4 !== 3)),
  ];
};

const hasLeft = (person: string, at: number): boolean =>
  leavers.some(({ id, leaves }) => id === person && leaves <= at);

const AGENDA = ['attainment', 'causes', 'lessons', 'rewards', 'penalties', 'nextPlan'];

const answers = (
  at: number,
  id: string,
  { name, donation }: Pick<Settlement['pledges'][number], 'name' | 'donation'>,
  consents: boolean,
): ReadonlyArray<Timed> => {
  if (hasLeft(name.person, at)) {
    return [step(at, OPERATOR, [id, 'waived'], { type: 'WaiveDonation', ...name, reason: 'goodCause' })];
  }
  const by = { actor: name.person, role: name.unit === undefined ? 'seller' : 'manager' };
  if (!consents) return [step(at, by, [id, 'declines'], { type: 'DeclineDonation', ...name })];
  return [
    step(at, by, [id, 'consents'], { type: 'ConsentToDonation', ...name }),
    step(at + DAY, OPERATOR, [id, 'received'], {
      type: 'ReceiveDonation',
      ...name,
      amount: donation,
      reference: `receipt ${id}`,
    }),
  ];
};

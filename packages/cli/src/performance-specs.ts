import { Option } from 'commander';
import type { CommandSpec } from './command-spec.js';
import { certificate } from './commands/certificate.js';
import { late } from './commands/late.js';
import { leaderboard } from './commands/leaderboard.js';
import { pledges } from './commands/pledges.js';
import { reconcile } from './commands/reconcile.js';
import { settle } from './commands/settle.js';
import { statement } from './commands/statement.js';
import type { Session } from './session.js';

/** The commands about people, their pledges and their credits. */
export const performanceSpecs = (session: Session): ReadonlyArray<CommandSpec> => {
  const { help } = session.texts;
  const [db, json] = [new Option('--db <file>', help.db), new Option('--json', help.json)];
  const [asOf, knownAt] = [
    new Option('--as-of <time>', help.asOf),
    new Option('--known-at <position|time>', help.knownAt),
  ];
  const period = new Option('--period <period>', help.period).makeOptionMandatory();
  return [
    {
      usage: 'leaderboard',
      summary: help.leaderboard,
      options: [
        new Option('--period <period>', help.boardPeriod).makeOptionMandatory(),
        new Option('--of <what>', help.boardOf).choices(['person', 'team', 'pledge']),
        new Option('--under <unit>', help.under),
        new Option('--measure <measure>', help.boardMeasure).choices(MEASURES),
        new Option('--rank <policy>', help.ranking).choices(['competition', 'dense', 'ordinal']),
        new Option('--trail', help.trail),
        asOf,
        knownAt,
        db,
        json,
      ],
      action: (_, options) => leaderboard(session, options),
    },
    {
      usage: 'pledges',
      summary: help.pledges,
      options: [period, asOf, knownAt, db, json],
      action: (_, options) => pledges(session, options),
    },
    {
      usage: 'settle',
      summary: help.settle,
      options: [
        period,
        new Option('--record', help.record),
        new Option('--as <person>', help.settleAs),
        new Option('--role <role>', help.role),
        db,
        json,
      ],
      action: (_, options) => settle(session, options),
    },
    {
      usage: 'statement',
      summary: help.statement,
      options: [new Option('--person <id>', help.statementPerson).makeOptionMandatory(), period, knownAt, db, json],
      action: (_, options) => statement(session, options),
    },
    {
      usage: 'certificate <pledge>',
      summary: help.certificate,
      options: [knownAt, db, json],
      action: (pledge, options) => certificate(session, pledge, options),
    },
    {
      usage: 'late',
      summary: help.late,
      options: [period, knownAt, db, json],
      action: (_, options) => late(session, options),
    },
    {
      usage: 'reconcile',
      summary: help.reconcile,
      options: [
        period,
        new Option('--basis <basis>', help.basis).choices(['contract', 'delivery', 'cash']),
        knownAt,
        db,
        json,
      ],
      action: (_, options) => reconcile(session, options),
    },
  ];
};

const MEASURES = ['credited', 'attainment', 'prospects', 'shoppers', 'buyers', 'overlay', 'referral'];

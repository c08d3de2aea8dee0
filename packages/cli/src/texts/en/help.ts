export const help = {
  millrace: 'An event-sourced sales process: import a history, ask it questions, replay it.',
  demo: 'simulate a dealership’s year and show it',
  import: 'record histories from CSV files, as a recipe says',
  funnel: 'who is where in the sales process, and how many went on',
  ownership: 'who has custody of which customers',
  history: 'every event of a stream, customer-C0007 for one',
  explain: 'which events made a number',
  explainFunnel: 'the receipt of a count of the funnel',
  replay: 'fold the whole log into every view: how fast, and a hash of each',
  version: 'the version of the program',
  lang: 'language of what people read (default: from the environment)',
  help: 'this help',
  helpCommand: 'help for a command',
  db: 'SQLite file (default: $MILLRACE_STORE, else ./millrace.db)',
  demoDb: 'SQLite file (default: ./millrace-demo.db)',
  json: 'JSON, for programs',
  asOf: 'as of this effective time: ISO 8601, or a day (its midnight)',
  knownAt: 'as known at this position of the log, or at this time of recording',
  by: 'split the counts',
  data: 'folder of the data files (default: beside the recipe)',
  rejected: 'file for rejected rows (default: <recipe>.rejected.csv)',
  importAs: 'who imports (default: import)',
  role: 'the role in which that person acts',
  ofCustomer: 'everybody who held this customer',
  measure: 'which count',
  leaderboard: 'who has sold most in a period: persons, teams or pledges',
  boardPeriod: 'a day, week, month, quarter or year (2026-11-24, 2026-W48, 2026-11, 2026-Q4, 2026), or all',
  boardOf: 'what is ranked',
  under: 'the children of this unit only',
  boardMeasure: 'what is ranked by (default: credited; attainment for pledges)',
  ranking: 'how equals are numbered: 1224, 1223 or 1234 (default: as the playbook says)',
  trail: 'also the ranks day by day',
  pledges: 'the pledges of a period, how far each has come, and who has not sworn yet',
  period: 'a month or quarter (2026-11, 2026-Q4)',
  settle: 'how the pledges of a period are settled; records it with --record',
  record: 'cut the period off and settle it (default: only show what would be)',
  settleAs: 'who settles (default: operator)',
  statement: 'what became of the pledges of a person, with a receipt for every number',
  statementPerson: 'whose statement',
  certificate: 'the certificate of a pledge, 2026-11/ada for one, 2026-11/mia/north for a team’s',
  late: 'what was dated back into a period that was cut off already, and by whom',
  reconcile: 'the credits of a period by sale, by person and by unit',
  basis: 'of one credit basis only',
  pipeline: 'sales projects by phase, what they are worth, and how the others ended',
  pipelineBy: 'split the board',
  template: 'the projects of this template; needed where the playbook has several',
  unit: 'what is counted: journeys of customers, or sales projects (default: journey)',
  gates: 'every decision at a gate: criteria, reviewers, independence',
  gatesOf: 'of this project only',
  conformance: 'what reached a phase without its gate, or was decided by who may not',
  project: 'one project on one page',
  forecast: 'what a period will bring: won in it, and open projects expected to close in it',
  forecastPeriod: 'a day, week, month, quarter or year (2026-11-24, 2026-W48, 2026-11, 2026-Q4, 2026)',
  playbook: 'show, validate and compare playbooks',
  playbookShow: 'the processes of a preset, a file or a version in the log; of the one in force, when left out',
  playbookValidate: 'whether a playbook may be published; with --db, after the one in force there',
  playbookDiff: 'where two playbooks differ and, with --db, which projects the second would have stopped',
  exits: `Exit codes:
  0  done
  1  a fault of the program
  2  wrong command line
  3  imported, some rows rejected
  4  the recipe, a data file or the file for rejected rows cannot be used
  5  the database cannot be used
  6  the database follows another playbook, or none
  7  the rules refuse it`,
  more: '(millrace --help says more)',
} as const;

/** Headings of the help; what is left out stays as it is. */
export const titles: { readonly [title: string]: string } = {};

/** Faults of the command line by the parser's code; what is left out is said by the parser. */
export const usage: { readonly [code: string]: string } = {};

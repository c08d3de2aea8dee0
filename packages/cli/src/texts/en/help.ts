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
  exits: `Exit codes:
  0  done
  1  a fault of the program
  2  wrong command line
  3  imported, some rows rejected
  4  the recipe, a data file or the file for rejected rows cannot be used
  5  the database cannot be used
  6  the database follows another playbook, or none`,
  more: '(millrace --help says more)',
} as const;

/** Headings of the help; what is left out stays as it is. */
export const titles: { readonly [title: string]: string } = {};

/** Faults of the command line by the parser's code; what is left out is said by the parser. */
export const usage: { readonly [code: string]: string } = {};

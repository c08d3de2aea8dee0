/** One row of the bench: work that several contenders do alike, and how fast ours must be. */
export interface Row {
  /** What a filter on the command line is looked for in. */
  readonly name: string;
  readonly title: string;
  readonly unit: 'events/s' | 'rows/s' | 'tailorings/s' | 'MB';
  /** Units of work in one round at full scale. */
  readonly size: number;
  readonly goals: ReadonlyArray<Goal>;
  /** Makes everything that is not measured, and who competes; ours comes first. */
  readonly contenders: (setting: Setting) => Promise<ReadonlyArray<Contender>>;
  /** Why the row cannot be measured here, where it cannot. */
  readonly skipped?: () => string | undefined;
}

/** What a row is measured in. */
export interface Setting {
  readonly size: number;
  /** An empty folder on a disk, the row's own. */
  readonly folder: string;
  /** A folder that the rows of a run share, for what is dear to make. */
  readonly shared: string;
  /** Runs a named work in a process of its own. */
  readonly apart: (work: string, args: ReadonlyArray<string>) => Promise<Apart>;
}

/** What a work in a process of its own came to. */
export interface Apart {
  /** Most memory the process ever held. @units MB (10^6 bytes) */
  readonly megabytes: number;
  readonly result: unknown;
}

export interface Contender {
  readonly name: string;
  /** Units of work in one round, where they are not the row's. */
  readonly size?: number;
  /** Prepares one round, unmeasured. */
  readonly round: () => Round | Promise<Round>;
}

export interface Round {
  /** The work. What it returns must be the same for every contender of the row. */
  readonly run: () => unknown;
  /** Clears up, unmeasured. */
  readonly end?: () => void | Promise<void>;
  /** The figure, where it is not units of work by time. */
  readonly figure?: () => number;
}

/** What `of` (ours, when left out) must reach, alone or against another contender. */
export type Goal = { readonly of?: string } & (
  | { readonly against: string; readonly speedAtLeast: number }
  | { readonly against: string; readonly timeAtMost: number }
  | { readonly perSecondAtLeast: number }
  | { readonly microsecondsAtMost: number }
  | { readonly megabytesAtMost: number }
);

/** A contender that needs no preparation. */
export const contender = (name: string, run: () => unknown): Contender => ({ name, round: () => ({ run }) });

/** What the program needs of the world around it. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: { readonly [name: string]: string | undefined };
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Width of the terminal; absent where the output is none. */
  readonly columns?: number;
  /** Where progress is drawn; absent where nobody watches. */
  readonly progress?: NodeJS.WriteStream;
}

/** The world of a running process. */
export const processIo = (): Io => ({
  out: (text) => {
    process.stdout.write(text);
  },
  err: (text) => {
    process.stderr.write(text);
  },
  env: process.env,
  cwd: process.cwd(),
  ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
  ...(process.stderr.isTTY ? { progress: process.stderr } : {}),
});

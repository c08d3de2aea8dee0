export { type FileKind, kindOfDatabase, kindOfFile } from './kind.js';
export { migrate } from './migrate.js';

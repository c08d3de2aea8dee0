/** The process in which one row is measured, so that no other row's heap and compiled code disturb it. */
import { rows } from '../rows/index.js';
import { workApart } from './apart.js';
import { measure } from './measure.js';
import type { FromRow, RowTask } from './run-row.js';

const { name, rounds, setting } = JSON.parse(process.argv[2] ?? '{}') as RowTask;
const row = rows.find((one) => one.name === name);
if (row === undefined) throw new RangeError(`there is no row ${name}`);

const tell = (message: FromRow): void => {
  process.send?.(message);
};
const measured = await measure(row, { ...setting, apart: workApart }, rounds, (progress) =>
  tell({ type: 'progress', progress }),
);
tell({ type: 'measured', measured });
process.disconnect?.();

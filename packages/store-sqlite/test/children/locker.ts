// locker FILE SQL MILLIS: runs SQL on a database, and keeps what it locks for so long.
import { writeSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

const [file = '', sql = '', millis = '0'] = process.argv.slice(2);
const db = new Sqlite(file);
db.exec(sql);
writeSync(1, 'locked\n');
setTimeout(() => db.close(), Number(millis));

// opener FILE MODE: opens a database, prints what came of it as JSON, and closes it.
import { openSqlite } from '@millrace/store-sqlite';

const [file = '', mode = 'create'] = process.argv.slice(2);
const database = await openSqlite({ file, mode: mode as 'create' | 'existing' | 'readonly' })();
console.log(JSON.stringify(database._tag === 'Left' ? database.left : { type: 'Opened' }));
if (database._tag === 'Right') await database.right.close();

import type { Tenant } from '@millrace/kernel';
import { openSqlite } from '@millrace/store-sqlite';
import { run } from 'millrace';
import { type Played, play, storyClock } from './play.js';

/**
 * Plays the story in a file of SQLite, made where it is missing.
 *
 * @throws MillraceError where the file cannot be used, or follows other rules
 */
export const playInFile = async (file: string): Promise<Omit<Played, 'millrace'>> => {
  const clock = storyClock();
  const database = await run(openSqlite({ file, durability: 'normal', clock: clock.now }));
  try {
    const { recorded, before } = await play(database.tenant('main' as Tenant), clock);
    return { recorded, before };
  } finally {
    await database.close();
  }
};

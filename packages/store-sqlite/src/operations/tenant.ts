import type { Tenant } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';

const SELECT = 'SELECT id FROM tenants WHERE name = ?';

/** Prepares the reading of a tenant's number, which it keeps for good; nothing where it has never written. */
export const tenantReader = (db: Database) => {
  const select = db.prepare<[string], number>(SELECT).pluck();
  const known = new Map<Tenant, number>();
  return (tenant: Tenant): number | undefined => {
    const id = known.get(tenant) ?? select.get(tenant);
    if (id !== undefined) known.set(tenant, id);
    return id;
  };
};

/** Prepares finding a tenant's number and giving it one, inside a transaction that may yet be rolled back. */
export const tenantWriter = (db: Database) => {
  const select = db.prepare<[string], number>(SELECT).pluck();
  const insert = db.prepare<[string]>('INSERT INTO tenants (name) VALUES (?)');
  return {
    find: (tenant: Tenant): number | undefined => select.get(tenant),
    add: (tenant: Tenant): number => Number(insert.run(tenant).lastInsertRowid),
  };
};

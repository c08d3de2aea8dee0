import type { Tenant } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';

/** The number of a tenant; nothing where it has never written. */
export const tenantReader = (db: Database) => {
  const select = db.prepare<[string], number>('SELECT id FROM tenants WHERE name = ?').pluck();
  const known = new Map<Tenant, number>();
  return (tenant: Tenant): number | undefined => {
    const id = known.get(tenant) ?? select.get(tenant);
    if (id !== undefined) known.set(tenant, id);
    return id;
  };
};

/** The number of a tenant, given to it at its first write; called inside the write's transaction. */
export const tenantWriter = (db: Database) => {
  const select = db.prepare<[string], number>('SELECT id FROM tenants WHERE name = ?').pluck();
  const insert = db.prepare<[string], number>('INSERT INTO tenants (name) VALUES (?) RETURNING id').pluck();
  return (tenant: Tenant): number => {
    const id = select.get(tenant) ?? insert.get(tenant);
    if (id === undefined) throw new Error('SQLite gave no number to a tenant');
    return id;
  };
};

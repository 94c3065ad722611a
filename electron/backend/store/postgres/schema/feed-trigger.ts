import { SCHEMA } from '../link.ts';

/**
 * SQL that has the database note each change of a table's rows in the feed. The function runs as its owner, so that who writes
 * the row need not be able to write the feed, and can not lie in it.
 *
 * @param kind what readers of the feed call a row of it
 * @param id the column that tells which record a row belongs to
 */
export function feedTrigger(table: string, kind: string, id: string): string {
  const name = `${SCHEMA}.note_${table}`;
  return `
    create function ${name}() returns trigger language plpgsql security definer
      set search_path = ${SCHEMA}, pg_temp as $$
    begin
      if tg_op = 'DELETE' then
        insert into changes (kind, id) values ('${kind}', old.${id});
      else
        insert into changes (kind, id) values ('${kind}', new.${id});
      end if;
      return null;
    end $$;
    revoke all on function ${name}() from public;
    create trigger note_changes after insert or update or delete on ${SCHEMA}.${table}
      for each row execute function ${name}();`;
}

/** The part that is used here; the package's own types can not be reached through its `exports`. */
declare module 'better-sqlite3-multiple-ciphers' {
  interface Statement {
    readonly reader: boolean;
    get(...parameters: readonly unknown[]): unknown;
    all(parameters?: readonly unknown[]): unknown[];
    run(parameters?: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
    iterate(parameters?: readonly unknown[]): IterableIterator<unknown>;
    pluck(): this;
  }

  class Database {
    constructor(file: string, options?: { fileMustExist?: boolean; readonly?: boolean; timeout?: number });
    readonly inTransaction: boolean;
    prepare(sql: string): Statement;
    exec(sql: string): this;
    pragma(source: string, options?: { simple?: boolean }): unknown;
    function(name: string, work: (...values: readonly unknown[]) => unknown): this;
    close(): this;
  }

  export = Database;
}

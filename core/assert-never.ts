/** Marks a branch that a switch over a union can never reach; adding a member makes it a compile error. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${typeof value}`);
}

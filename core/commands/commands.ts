/** Where a command can be given. `everywhere`: on every page of an open desk; `lists`: the queue, customers and devices. */
export const commandAreas = ['everywhere', 'lists', 'ticket', 'scanner', 'print'] as const;
export type CommandArea = (typeof commandAreas)[number];

export interface Command {
  readonly area: CommandArea;
  /** Its standard key as `keyNames` (renderer/lib/key-name.ts) calls it; null for none. */
  readonly key: string | null;
  /** Records, makes or lets out something: its key waits for a moment until it is plain that no scanner has pressed it. */
  readonly hasWeight?: true;
  /** The shell listens for it, so no other key can be given to it. */
  readonly isFixed?: true;
  /** Two commands of one area may have one key where they never stand on screen together; both name the same group. */
  readonly insteadOf?: string;
}

const register = {
  'palette.open': { area: 'everywhere', key: 'Ctrl+K' },
  'palette.search': { area: 'everywhere', key: 'Slash' },
  'scan.open': { area: 'everywhere', key: 'S' },
  'go.queue': { area: 'everywhere', key: 'F2' },
  'go.customers': { area: 'everywhere', key: null },
  'go.devices': { area: 'everywhere', key: null },
  'go.figures': { area: 'everywhere', key: null },
  'go.messages': { area: 'everywhere', key: null },
  'go.settings': { area: 'everywhere', key: null },
  'practice.open': { area: 'everywhere', key: null },
  'desk.lock': { area: 'everywhere', key: 'Ctrl+L' },
  'change.undo': { area: 'everywhere', key: 'Ctrl+Z' },
  'change.redo': { area: 'everywhere', key: 'Ctrl+Shift+Z' },
  'keys.show': { area: 'everywhere', key: 'Question' },
  'size.larger': { area: 'everywhere', key: 'Ctrl++', isFixed: true },
  'size.smaller': { area: 'everywhere', key: 'Ctrl+−', isFixed: true },
  'size.usual': { area: 'everywhere', key: 'Ctrl+0', isFixed: true },
  'words.leaveOut': { area: 'everywhere', key: 'F8', isFixed: true },
  'words.keep': { area: 'everywhere', key: 'F9', isFixed: true },

  'list.search': { area: 'lists', key: 'Slash', insteadOf: 'palette.search' },
  'ticket.new': { area: 'lists', key: 'N', hasWeight: true },
  'queue.filters': { area: 'lists', key: 'F' },
  'queue.views': { area: 'lists', key: 'V' },
  'queue.down': { area: 'lists', key: 'J' },
  'queue.up': { area: 'lists', key: 'K' },
  'queue.select': { area: 'lists', key: 'X' },
  'queue.updates': { area: 'lists', key: 'U' },
  'queue.assign': { area: 'lists', key: 'A' },
  'queue.priority': { area: 'lists', key: 'P' },
  'queue.tag': { area: 'lists', key: 'T' },
  'queue.close': { area: 'lists', key: 'E' },

  'ticket.close': { area: 'ticket', key: 'V' },
  'ticket.otherWay': { area: 'ticket', key: 'O' },
  'ticket.why': { area: 'ticket', key: 'W' },
  'ticket.progress': { area: 'ticket', key: 'F4' },
  'ticket.customer': { area: 'ticket', key: 'C' },
  'ticket.device': { area: 'ticket', key: 'D' },
  'ticket.labels': { area: 'ticket', key: 'F' },
  'ticket.note': { area: 'ticket', key: 'M' },
  'ticket.language': { area: 'ticket', key: 'I', hasWeight: true },
  'ticket.message': { area: 'ticket', key: 'X' },
  'ticket.print': { area: 'ticket', key: 'H' },
  'ticket.page': { area: 'ticket', key: 'N' },
  'ticket.picture': { area: 'ticket', key: 'Z' },
  'device.own': { area: 'ticket', key: 'U', insteadOf: 'owner' },
  'owner.change': { area: 'ticket', key: 'U', insteadOf: 'owner' },
  'owner.calls': { area: 'ticket', key: 'J' },
  'step.type': { area: 'ticket', key: 'T', insteadOf: 'field' },
  'step.arrival': { area: 'ticket', key: 'T', insteadOf: 'field' },
  'code.show': { area: 'ticket', key: 'Q' },
  'secret.reveal': { area: 'ticket', key: 'R' },
  'secret.copy': { area: 'ticket', key: 'Y', hasWeight: true },
  'secret.spell': { area: 'ticket', key: 'P' },
  'secret.large': { area: 'ticket', key: 'L', insteadOf: 'proof' },
  'secret.make': { area: 'ticket', key: 'G', hasWeight: true },
  'proof.atDevice': { area: 'ticket', key: 'A', hasWeight: true },
  'proof.mailboxKnown': { area: 'ticket', key: 'E', hasWeight: true },
  'proof.purchaseProof': { area: 'ticket', key: 'B', hasWeight: true },
  'proof.labelSeen': { area: 'ticket', key: 'L', hasWeight: true, insteadOf: 'proof' },
  'proof.knownCustomer': { area: 'ticket', key: 'K', hasWeight: true },

  'scanner.area': { area: 'scanner', key: 'A' },
  'scanner.watch': { area: 'scanner', key: 'W' },
  'scanner.windows': { area: 'scanner', key: 'R' },
  'scanner.mirror': { area: 'scanner', key: 'M' },
  'scanner.zoomIn': { area: 'scanner', key: 'Plus' },
  'scanner.zoomOut': { area: 'scanner', key: 'Minus' },
  'scanner.light': { area: 'scanner', key: 'L' },

  'print.paper': { area: 'print', key: 'P', hasWeight: true },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof register;

/**
 * Every command, told once: its words are in `commands.json` under the same name. Keys that go by place (Enter, Escape, arrows,
 * the digits of answers) are no commands: see {@link isPlaceKey}.
 */
export const commands: Readonly<Record<CommandId, Command>> = register;

export function isCommandId(name: string): name is CommandId {
  return Object.hasOwn(register, name);
}

export const commandIds: readonly CommandId[] = Object.keys(register).filter(isCommandId);

/** Keys that choose what stands at a place, and mean the same on every page; no command has one. */
export function isPlaceKey(key: string): boolean {
  return /^(?:Enter|Escape|Tab|Arrow(?:Up|Down)|[0-9])$/.test(key);
}

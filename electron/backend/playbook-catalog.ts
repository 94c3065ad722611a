import type { PlaybookLibrary } from '../../core/playbook/assemble.ts';
import { readPlaybook } from '../../core/playbook/read.ts';
import type { Playbook } from '../../core/playbook/schema.ts';

/** The route that most callers end up with. */
const defaultPlaybookId = 'dahua-dmss';

/** The playbooks the app was built with. */
export class PlaybookCatalog {
  readonly #playbooks: ReadonlyMap<string, Playbook>;

  /** @throws if a file does not fit the schema or has a structural fault: the app must not start with it */
  constructor(files: readonly unknown[], library: PlaybookLibrary = { parts: [], facts: [] }) {
    const playbooks = files.map((file, index) => {
      const reading = readPlaybook(file, library);
      if (!reading.ok) throw new Error(`Playbook file ${index + 1}: ${reading.faults.join('; ')}`);
      return reading.playbook;
    });
    this.#playbooks = new Map(playbooks.map((playbook) => [playbook.id, playbook]));
    if (this.#playbooks.size < playbooks.length) throw new Error('Two playbooks have the same id.');
  }

  list(): Playbook[] {
    return [...this.#playbooks.values()];
  }

  /** @throws if this app has no such playbook */
  get(id: string): Playbook {
    const playbook = this.#playbooks.get(id);
    if (playbook === undefined) throw new Error(`There is no playbook "${id}".`);
    return playbook;
  }

  /** The procedure for a new ticket. */
  forNewTicket(): Playbook {
    return this.get(defaultPlaybookId);
  }
}

import { checkPlaybook } from '../../core/playbook/check.ts';
import { type Playbook, playbookSchema } from '../../core/playbook/schema.ts';

/** The one procedure there is so far; choosing by device comes with the second. */
const defaultPlaybookId = 'dahua-dmss';

/** The playbooks the app was built with. */
export class PlaybookCatalog {
  readonly #playbooks: ReadonlyMap<string, Playbook>;

  /** @throws if a file does not fit the schema or has a structural fault: the app must not start with it */
  constructor(files: readonly unknown[]) {
    const playbooks = files.map((file) => playbookSchema.parse(file));
    for (const playbook of playbooks) {
      const faults = checkPlaybook(playbook);
      if (faults.length > 0) throw new Error(`Playbook "${playbook.id}": ${faults.join('; ')}`);
    }
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

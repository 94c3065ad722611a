import { SetupError } from './setup-error.ts';

/** The database addon needs Node-API 10, which Node has since 22. */
const OLDEST_MAJOR = 22;

/** The plain Node that runs the backend where Electron's own is too old: the one that runs this launcher. */
export function backendNode(): string {
  const [major] = process.versions.node.split('.').map(Number);
  if (major !== undefined && major >= OLDEST_MAJOR) return process.execPath;
  throw new SetupError(
    `Node ${process.versions.node} is too old for the backend. Please start ResetDesk with npm ` +
      '(`npm start`), which brings its own Node 24.',
  );
}

export { SecretNotice } from './SecretNotice.tsx';

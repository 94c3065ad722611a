export { LinkRequests } from './LinkRequests.tsx';

export { CustomerMerge } from './CustomerMerge.tsx';
export { DeviceMerge } from './DeviceMerge.tsx';

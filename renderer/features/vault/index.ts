export { AgentNamePage } from './AgentNamePage.tsx';
export { ProtectionFields } from './ProtectionFields.tsx';
export { toNewProtection } from './protection-form.ts';
export { useProtectionForm } from './use-protection-form.ts';
export { useShowVault } from './use-show-vault.ts';
export { VaultPage } from './VaultPage.tsx';

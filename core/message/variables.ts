import * as z from 'zod';

/**
 * What a message can be filled with. A closed list: there is no variable for a security code or a password, and none can
 * be added without a change here.
 */
export const messageVariableSchema = z.enum([
  'customerName',
  'ticketNumber',
  'deviceModel',
  'deviceSerial',
  'maskedMailbox',
  'codeValidUntil',
  'agentName',
  'shopName',
  'shopPhone',
]);
export type MessageVariable = z.infer<typeof messageVariableSchema>;

/** What is known; a variable that is absent or blank is missing. */
export type MessageValues = Readonly<Partial<Record<MessageVariable, string>>>;

import { assertNever } from '../../../../core/assert-never.ts';
import type { Tool } from '../../../../core/playbook/schema.ts';
import { CodeAlerts } from './CodeClocks.tsx';
import { CodeTool } from './CodeTool.tsx';
import { KeepPictureTool } from './KeepPictureTool.tsx';
import { MaskedMailboxTool } from './MaskedMailboxTool.tsx';
import { OwnershipTool } from './OwnershipTool.tsx';
import { PasswordTool } from './PasswordTool.tsx';
import { ScanTool } from './ScanTool.tsx';
import { SubmitDmssTool } from './SubmitDmssTool.tsx';
import { SubmitMailTool } from './SubmitMailTool.tsx';
import { SummaryTool } from './SummaryTool.tsx';
import type { ToolProps } from './tool-props.ts';
import { WaitTool } from './WaitTool.tsx';

/** The tool that a playbook's step asks for. */
export function StepTool({ tool, ...props }: ToolProps & { readonly tool: Tool }) {
  switch (tool) {
    case 'none':
      return null;
    case 'ownership':
      return <OwnershipTool proofs={props.proofs} />;
    case 'maskedMailbox':
      return <MaskedMailboxTool ticket={props.ticket} />;
    case 'keepPicture':
      return <KeepPictureTool ticket={props.ticket} />;
    case 'scan':
      return <ScanTool {...props} />;
    case 'submitDmss':
      return <SubmitDmssTool {...props} />;
    case 'submitMail':
      return <SubmitMailTool {...props} />;
    case 'wait':
      return <WaitTool {...props} />;
    case 'code':
      return <CodeTool {...props} />;
    case 'lock':
      return <CodeAlerts ticket={props.ticket} />;
    case 'password':
      return props.playbook.passwordRules === null ? null : (
        <PasswordTool ticket={props.ticket} rules={props.playbook.passwordRules} />
      );
    case 'summary':
      return <SummaryTool {...props} />;
    default:
      return assertNever(tool);
  }
}

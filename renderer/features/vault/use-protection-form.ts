import { useEffect, useRef, useState } from 'react';
import { findProtectionFault, type ProtectionForm } from './protection-form.ts';

/** The form's texts, and its first fault once it was sent; the faulty field gets the focus. */
export function useProtectionForm(protection: ProtectionForm['protection']) {
  const formRef = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState<ProtectionForm>({
    protection,
    passphrase: '',
    repeated: '',
    isRiskAccepted: false,
  });
  const [refusals, setRefusals] = useState(0);
  // So that Enter goes on with the recommended choice.
  useEffect(() => {
    const isElsewhere = formRef.current?.contains(document.activeElement) === true;
    if (!isElsewhere) formRef.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, []);
  useEffect(() => {
    if (refusals > 0) formRef.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return {
    formRef,
    form,
    fault: refusals > 0 ? findProtectionFault(form) : null,
    change: (change: Partial<ProtectionForm>) => setForm((before) => ({ ...before, ...change })),
    submit: () => {
      const isComplete = findProtectionFault(form) === null;
      if (!isComplete) setRefusals((before) => before + 1);
      return isComplete;
    },
  };
}

import { useMediaQuery } from '@mantine/hooks';
import { createContext, type ReactNode, useContext, useId, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { CUSTOMER_FIELD_ID, continueById, focusStageHeading, SERIAL_FIELD_ID } from '../focus.ts';

/** From here down it has no place of its own beside the step: it is a drawer over it. */
const WITHOUT_COLUMN = '(max-width: 1099px)';

const FIRST_FIELDS = { customer: CUSTOMER_FIELD_ID, device: SERIAL_FIELD_ID } as const;

export type SideCard = keyof typeof FIRST_FIELDS;

/** The column beside the step: a summary whose cards open for editing, one at a time. */
export type SideColumn = {
  readonly id: string;
  readonly isDrawer: boolean;
  readonly isShown: boolean;
  /** Brings it up, so that what is in it can have the focus at once. */
  readonly show: () => void;
  /** Puts the drawer away, and ends the editing in it; the next key is the step's. */
  readonly hide: () => void;
  readonly edited: SideCard | null;
  /** The field of the edited card to go on in. */
  readonly askedFieldId: string | null;
  /** Opens a card for editing and goes on in its first field. */
  readonly edit: (card: SideCard) => void;
  /** The card that asks for another customer or device in the place of the present one. */
  readonly changed: SideCard | null;
  /** Opens a card to ask for another one. */
  readonly change: (card: SideCard) => void;
  /** Opens the caller's card as soon as this customer is the caller, and goes on there in that field. */
  readonly editCaller: (customerId: string, fieldId: string) => void;
  /** Who is to be the caller any moment; null where nobody is waited for. */
  readonly awaitedCallerId: string | null;
  /** The card is a summary again; the focus stays where it is. */
  readonly stopEditing: () => void;
  /** The same, and the next key is the step's. */
  readonly endEditing: () => void;
};

type Editing = {
  readonly card: SideCard;
  readonly fieldId: string;
  readonly callerId: string | null;
  readonly isChanged: boolean;
};

const SideColumnContext = createContext<SideColumn | null>(null);

export function SideColumnProvider({ children }: { readonly children: ReactNode }) {
  const id = useId();
  const isDrawer = useMediaQuery(WITHOUT_COLUMN, false, { getInitialValueInEffect: false });
  const [isOpen, setOpen] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const column = useMemo<SideColumn>(() => {
    const stopEditing = () => {
      setEditing(null);
      setOpen(false);
    };
    const endEditing = () => {
      // What was typed is saved when its field loses the focus.
      focusStageHeading();
      stopEditing();
    };
    const open = (card: SideCard, isChanged: boolean) => {
      const fieldId = FIRST_FIELDS[card];
      flushSync(() => {
        setOpen(true);
        setEditing({ card, fieldId, callerId: null, isChanged });
      });
      continueById(fieldId);
    };
    return {
      id,
      isDrawer,
      isShown: !isDrawer || isOpen,
      show: () => flushSync(() => setOpen(true)),
      hide: endEditing,
      edited: editing?.card ?? null,
      askedFieldId: editing?.fieldId ?? null,
      edit: (card) => open(card, false),
      changed: editing?.isChanged === true ? editing.card : null,
      change: (card) => open(card, true),
      awaitedCallerId: editing?.callerId ?? null,
      editCaller: (callerId, fieldId) => {
        setOpen(true);
        setEditing({ card: 'customer', fieldId, callerId, isChanged: false });
      },
      stopEditing,
      endEditing,
    };
  }, [id, isDrawer, isOpen, editing]);
  return <SideColumnContext value={column}>{children}</SideColumnContext>;
}

export function useSideColumn(): SideColumn {
  const column = useContext(SideColumnContext);
  if (column === null) throw new Error('useSideColumn needs a SideColumnProvider.');
  return column;
}

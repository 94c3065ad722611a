import type { Language } from '../../../core/values.ts';

/** Nobody lives at `.example`, and these numbers are kept free for films: +44 7700 900000 to 900999. */
const people = [
  ['Oakwood Bakery', 'office@oakwood-bakery.example'],
  ['Lucía Fernández', 'lucia@fernandez.example'],
  ['Hotel Miramar', 'recepcion@hotel-miramar.example'],
  ['Tomáš Dvořák', ''],
  ['Riverside Dental', 'hello@riverside-dental.example'],
  ['Søren Larsen', 'soren@larsen.example'],
  ['Corner Garage', 'desk@corner-garage.example'],
  ['Ana Núñez', 'ana@nunez.example'],
  ['St Brigid School', 'office@st-brigid.example'],
  ['Zoë Łoś', 'zoe@los.example'],
  ['Greenfield Farm', ''],
  ['Omar Haddad', 'omar@haddad.example'],
  ['Pharmacy am Markt', 'info@markt-pharmacy.example'],
  ['Jürgen Groß', 'juergen@gross.example'],
  ['Café Central', 'hola@cafe-central.example'],
  ['Priya Raman', 'priya@raman.example'],
  ['Northgate Kiosk', ''],
  ["Maeve O'Brien", 'maeve@obrien.example'],
] as const;

export interface DemoPerson {
  readonly name: string;
  readonly phones: string[];
  readonly emails: string[];
}

export const demoPeople: readonly DemoPerson[] = people.map(([name, email], index) => ({
  name,
  phones: [`+447700900${String(100 + 7 * index)}`],
  emails: email === '' ? [] : [email],
}));

export const demoModels = ['XVR5116HS', 'NVR4108', 'NVR5216', 'XVR4104C', 'IPC-HFW2431', 'XVR1B08'] as const;

/** What agents note down on a call. */
export const demoNotes: Readonly<
  Record<Language, readonly [first: string, second: string, ...others: string[]]>
> = {
  en: [
    'Calls back after lunch, the recorder is in the back office.',
    'The installer has gone out of business; the owner has the invoice.',
    'Reads the code from a photo, the monitor is hard to reach.',
    'Mailbox of the former manager: the owner asks for access first.',
    'Was surprised that recordings stay. Told so.',
    'Wants the new password set together, on the phone.',
  ],
  es: [
    'Llama después de comer, el grabador está en la oficina de atrás.',
    'El instalador cerró; el dueño tiene la factura.',
    'Lee el código de una foto, se llega mal al monitor.',
    'El correo es de la antigua encargada: el dueño pide acceso primero.',
    'Se sorprendió de que las grabaciones quedan. Se lo dije.',
    'Quiere poner la contraseña nueva junto con nosotros, por teléfono.',
  ],
};

export const demoAgents = ['Ada', 'Bo', 'Chris'] as const;
export const demoTags = ['shop', 'call back', 'warranty'] as const;

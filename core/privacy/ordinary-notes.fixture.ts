import type { Random } from '../testkit/random.ts';

const digits = '0123456789';
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Notes as agents write them on calls, in English, Spanish and German, none with a secret. */
export function ordinaryNotes(random: Random, count: number): readonly string[] {
  return Array.from({ length: count }, () =>
    Array.from({ length: random.integer(1, 3) }, () => sentence(random)).join(random.pick([' ', '\n', ', '])),
  );
}

function sentence(random: Random): string {
  return random.pick(sentences).replace(/\{(\w+)\}/g, (_, name: string) => makers[name]?.(random) ?? name);
}

const run = (random: Random, signs: string, length: number) =>
  Array.from({ length }, () => signs.charAt(random.integer(0, signs.length - 1))).join('');
const two = (random: Random, most: number) => String(random.integer(1, most)).padStart(2, '0');

const makers: Readonly<Record<string, (random: Random) => string>> = {
  phone: (random) =>
    random.pick([
      `+49 171 ${run(random, digits, 7)}`,
      `030 ${run(random, digits, 6)}`,
      `(555) ${run(random, digits, 3)}-${run(random, digits, 4)}`,
      `612 ${run(random, digits, 3)} ${run(random, digits, 3)}`,
      `0044${run(random, digits, 10)}`,
    ]),
  serial: (random) =>
    `${random.integer(1, 9)}${run(random, capitals, 1)}${run(random, digits + capitals, 5)}PAZ${run(random, digits + capitals, 5)}`,
  model: (random) =>
    random.pick([
      'DH-XVR5108HS-4KL-I3',
      'NVR4108-8P-4KS2/L',
      'XVR5116HS',
      'IPC-HFW2431S-S2',
      'VTO2211G-P',
      'DS-7608NI-K2',
    ]),
  order: (random) =>
    random.pick([
      `45000${run(random, digits, 5)}`,
      `RE-20${run(random, digits, 2)}-${run(random, digits, 5)}`,
      `PO ${run(random, digits, 6)}`,
      `#${run(random, digits, 6)}`,
    ]),
  date: (random) =>
    random.pick([
      `2026-${two(random, 12)}-${two(random, 28)}`,
      `${two(random, 28)}.${two(random, 12)}.2026`,
      `${two(random, 12)}/${two(random, 28)}/26`,
    ]),
  time: (random) => `${two(random, 23)}:${two(random, 59)}`,
  name: (random) =>
    random.pick(['Maria', 'Mr Berg', 'la señora Ruiz', 'Ben', 'Frau Kaya', 'McDonald', 'Anna-Lena']),
  zip: (random) => run(random, digits, 5),
  count: (random) => String(random.integer(2, 24)),
  mail: (random) => `${random.pick(['info', 'anna.k', 'office'])}${random.integer(1, 99)}@example.com`,
};

const sentences: readonly [string, ...string[]] = [
  'Call back {phone} after {time}.',
  '{name} rings at {time}, asks for the code again',
  'Code not arrived yet, mail sent {date} {time}',
  'The code is valid for {count} hours.',
  'Security code asked for {count} times, device locked until {time}',
  'Error code 1018 on the screen',
  'Error code: {zip}',
  'Zip code {zip}, {name}',
  'Order {order} of {date}',
  'Order code {order}',
  'Serial {serial}, model {model}',
  'S/N {serial}',
  'QR code of {model} is too small',
  'The code for {serial} has expired',
  'Password forgotten since {date}',
  'New password set, login works, {time}',
  'Password: changed on {date}',
  'Customer has no password, mailbox is {mail}',
  'Wrong password {count} times',
  'Reset for {model} at {name}, {count} cameras',
  'Mailbox {mail} is on the phone of {name}',
  'Invoice {order} shown, {date}',
  'Device under the counter, key with {name}',
  'IP 192.168.1.{count}, port 37777',
  'MAC 3C:EF:8C:{count}:A1:B2',
  'Firmware V4.002.0000000.{count}, built {date}',
  'Llamar al {phone} a las {time}',
  'El código no ha llegado, {name} espera',
  'Código postal {zip}',
  'El código vence a las {time}',
  'Contraseña olvidada desde {date}',
  'La contraseña nueva funciona',
  'Pedido {order}, factura del {date}',
  'Número de serie {serial}',
  'Rückruf {phone} ab {time}',
  'Kennwort vergessen, Gerät {serial}',
  'Fehlercode {count} beim Login',
  'Der Code ist noch nicht da',
  'PLZ {zip}, Kunde {name}',
  'Ticket {order} of the shop, priority high',
  'Ask for case number {order}',
  'Area code {count}',
  'Two codes used today, next at {time}',
  'Wi-Fi works, app DMSS {count}.{count}',
  "The new one is in {name}'s car",
  'Item {order}: 4TB disk',
  'Sees the code, too blurry for the camera',
];

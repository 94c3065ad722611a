import { searchKey } from '../search-text.ts';
import { type ImportField, type ImportMapping, isRepeatable } from './import-table.ts';

/**
 * Headings that tools and people use, with whatever number follows ("Phone 2"). In the languages that tables of customers
 * most often come in where these recorders are sold: English, German, Spanish, French, Italian, Portuguese, Dutch, Polish and
 * Russian; and Chinese and Japanese, because their encodings are read as well.
 */
const words: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    'name, full name, customer name, customer, client, client name, company, company name, contact, contact name, display name',
    'kunde, kundenname, kundin, firma, firmenname, ansprechpartner, vor- und nachname, vollständiger name',
    'nombre, nombre completo, nombre del cliente, nombre y apellidos, nombre y apellido, cliente, empresa, razón social, contacto',
    'nom complet, nom du client, client, société, entreprise, raison sociale, contact, nom et prénom',
    'nome completo, nome cliente, nome e cognome, cliente, azienda, ragione sociale, contatto, nominativo',
    'nome do cliente, empresa, razão social, contato',
    'naam, klant, klantnaam, volledige naam, bedrijf, bedrijfsnaam, contactpersoon',
    'nazwa, klient, nazwa klienta, imię i nazwisko, firma, nazwa firmy, kontakt',
    'фио, имя и фамилия, клиент, заказчик, компания, организация, контакт, название, наименование',
    '姓名, 客户, 客户名称, 客户姓名, 联系人, 公司, 客戶, 客戶名稱, 聯絡人',
    '名前, 氏名, お名前, 顧客名, 顧客, 会社名, 担当者',
  ],
  firstName: [
    'first name, given name, forename, vorname, nombre de pila, nombres, prénom, nome proprio, primeiro nome',
    'voornaam, imię, имя, 名, 名字',
  ],
  lastName: [
    'last name, surname, family name, nachname, familienname, zuname, apellido, apellidos, primer apellido, nom de famille',
    'cognome, sobrenome, apelido, último nome, achternaam, nazwisko, фамилия, 姓, 姓氏, 苗字',
  ],
  phone: [
    'phone, phones, phone number, phone no, telephone, telephone number, tel, tel no, mobile, mobile phone, mobile number, cell, cell phone, cellphone, home phone, work phone, business phone, main phone, primary phone, other phone, company main phone, whatsapp',
    'telefon, telefonnummer, telefonnr, tel nr, rufnummer, handy, handynummer, mobil, mobiltelefon, mobilnummer, festnetz, telefon privat, telefon geschäftlich',
    'teléfono, teléfonos, teléfono fijo, número de teléfono, móvil, móviles, teléfono móvil, celular, número de celular',
    'téléphone, numéro de téléphone, n de téléphone, portable, téléphone portable, téléphone mobile, tél, gsm',
    'telefono, numero di telefono, cellulare, telefono cellulare',
    'telefone, telemóvel, número de telefone, telefone celular, fone',
    'telefoon, telefoonnummer, mobiel, mobiele telefoon, mobiel nummer',
    'numer telefonu, nr telefonu, komórka, telefon komórkowy, telefon kontaktowy',
    'телефон, телефоны, номер телефона, мобильный, мобильный телефон, тел, сотовый',
    '电话, 手机, 手机号, 手机号码, 电话号码, 联系电话, 電話, 手機',
    '電話番号, 携帯, 携帯電話, 携帯番号',
  ],
  email: [
    'mail, email, e-mail, mails, emails, e-mails, mail address, email address, e-mail address, email addresses, mail adresse, e-mail-adresse, mailadresse, emailadresse',
    'correo, correos, correo electrónico, correos electrónicos, dirección de correo, courriel, adresse e-mail, adresse mail, adresse électronique, mél, adresse mél',
    'posta elettronica, indirizzo e-mail, indirizzo email, correio eletrónico, correio eletrônico, endereço de e-mail, e-mailadres, mailadres',
    'adres e-mail, adres email, poczta, электронная почта, почта, эл почта, емейл, 邮箱, 电子邮件, 电子邮箱, 郵箱, 電子郵件, メール, メールアドレス',
  ],
  language: [
    'language, lang, sprache, idioma, lengua, langue, lingua, língua, taal, język, язык, 语言, 語言, 言語',
  ],
  notes: [
    'note, notes, comment, comments, remark, remarks, notiz, notizen, bemerkung, bemerkungen, kommentar, anmerkung, anmerkungen',
    'nota, notas, comentario, comentarios, observaciones, remarque, remarques, commentaire, commentaires, observations, osservazioni, commenti',
    'observações, comentários, opmerking, opmerkingen, notitie, notities, uwagi, notatki, notatka, komentarz, примечание, примечания, комментарий, заметки, 备注, 備註, 備考, メモ',
  ],
  serial: [
    'serial, serial number, serial no, device serial, device serial number, sn, s/n, seriennummer, serien-nr, seriennr, gerätenummer',
    'número de serie, n de serie, nº de serie, no de serie, serie, numéro de série, n de série, nº de série, n º de série, nro de serie, série, numero di serie, matricola, seriale',
    'número de série, serienummer, numer seryjny, nr seryjny, серийный номер, серийный №, серийник, зав номер, 序列号, 序號, 序列號, シリアル番号, シリアル, 製造番号',
  ],
  model: [
    'model, device model, modell, gerätemodell, modelo, modèle, modello, модель, 型号, 型號, モデル, 型番, 機種',
  ],
  firmwareVersion: [
    'firmware, firmware version, fw, fw version, fw ver, firmwareversion, firmware-version, firmware-stand, firmwarestand',
    'versión de firmware, versión del firmware, version firmware, version du firmware, micrologiciel, version du micrologiciel',
    'versione firmware, versione del firmware, versão do firmware, versão de firmware, versie firmware, firmwareversie, wersja firmware, wersja firmware’u',
    'прошивка, версия прошивки, версия по, 固件, 固件版本, 韌體, 韌體版本, ファームウェア, ファームウェアバージョン',
  ],
  kind: [
    'kind, type, device type, device kind, gerätetyp, geräteart, art, tipo, tipo de dispositivo, tipo di dispositivo, type d’appareil, soort, apparaattype, typ, rodzaj, тип, вид, 类型, 設備類型, 種類',
  ],
};

/**
 * Alone a "Nom" or "Nome" is the whole name, beside a first name it is the last one; a "Nombre" beside "Apellidos" is the first. A
 * "Name" beside both is the whole name again.
 */
const nameAlone = new Set(['nom', 'nome', 'nombre', 'name', 'имя', '名前'].map(searchKey));

const fields: ReadonlyMap<string, ImportField> = new Map(
  (Object.entries(words) as [ImportField, readonly string[]][]).flatMap(([field, lines]) =>
    lines.flatMap((line) => line.split(', ').map((word): [string, ImportField] => [searchKey(word), field])),
  ),
);

/** What a heading says by itself; null for one that is not known. */
export function fieldOfHeading(title: string): ImportField | null {
  const key = searchKey(title.replace(/\(.*?\)|\[.*?\]/g, ' '));
  // "Phone 2", and the "Phone 1 - Value" and "E-mail 2 Address" of address books.
  const known =
    fields.get(key) ??
    fields.get(key.replace(/ ?\d+(?: value)?$/, '')) ??
    fields.get(key.replace(/ \d+ /, ' '));
  return known ?? (nameAlone.has(key) ? 'name' : null);
}

/** What each column seems to be by its heading; a field that stands once goes to the first that fits. */
export function guessMapping(titles: readonly string[]): ImportMapping {
  const keys = titles.map(searchKey);
  const guessed = titles.map(fieldOfHeading);
  const has = (field: ImportField) => guessed.includes(field);
  const settled = guessed.map((field, index) => {
    if (!nameAlone.has(keys[index] ?? '')) return field;
    if (has('lastName'))
      return guessed.some((other, at) => other === 'firstName' && at !== index) ? 'name' : 'firstName';
    return has('firstName') && guessed.indexOf('firstName') !== index ? 'lastName' : 'name';
  });
  const taken = new Set<ImportField>();
  return settled.map((field) => {
    if (field === null || taken.has(field)) return null;
    if (!isRepeatable(field)) taken.add(field);
    return field;
  });
}

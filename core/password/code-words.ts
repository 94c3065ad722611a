/** What a security code is called in the mails that bring one and in the notes of agents. Sources of the words: the vendor's pages in each language. */
const certainNames = [
  '(?:security|safety|safe|sec\\.?|verification|validation|reset)[ -]?codes?',
  'c[oó]digos? de (?:seguridad|verificaci[oó]n|validaci[oó]n|restablecimiento|seguran[cç]a|verifica[cç][aã]o)',
  'codes? de (?:s[eé]curit[eé]|v[eé]rification|validation|r[eé]initialisation)',
  '(?:sicherheits|best[aä]tigungs|verifizierungs|pr[uü]f)[ -]?codes?',
  'codic[ei] di (?:sicurezza|verifica)',
  '(?:beveiligings|veiligheids|verificatie)codes?',
  'kod (?:bezpiecze[nń]stwa|weryfikacyjny)',
  'код[аы]? (?:безопасности|подтверждения|проверки)',
  'проверочный код',
  '(?:g[uü]venlik|do[gğ]rulama) kodu',
];

/** East Asian words stand without blanks around them. */
const certainSigns = ['安全码', '安全碼', '校验码', '验证码', '驗證碼', 'セキュリティコード', '認証コード'];

const plainNames = ['codes?', 'c[oó]digos?', 'codice', 'kode', 'kod', 'код', 'pin', 'otp'];

const before = '(?<![\\p{L}\\p{N}])';
const behind = '(?![\\p{L}\\p{N}])';
/** "is", ":" and the like between a name and what it names. The colon may be the wide one of Chinese mails. */
export const joiners = `(?:[:：=]|(?:is|es|ist|est|è|é|jest|était|was|era|war)${behind})`;

/** Patterns (to be used with `iu`) for a word that calls something a security code, and for any word that may. */
export const securityCodeName = `(?:${before}(?:${certainNames.join('|')})${behind}|${certainSigns.join('|')})`;
export const anyCodeName = `(?:${securityCodeName}|${before}(?:${plainNames.join('|')})${behind})`;

/** Codes of another kind: "error code 1018", "código postal 28013", "QR code". */
const otherCodesBefore =
  /(?:zip|postal|post|area|country|dial(?:ling)?|error|fault|reason|status|order|product|article|item|bar|qr|model|part|rma|swift|bic|sort|exit|response|reference|sku|serial|device|customer|client|discount|coupon|promo|colou?r|dress|source|tax|vat|currency|project|cost|job|invoice|ticket|case|voucher|tracking)[ -]?$/iu;
const otherCodesBehind =
  /^\s*(?:postal|qr|fiscal|(?:de|du|del)\s+(?:error|erreur|barras|barres|[aá]rea|pa[ií]s|cliente?|pedido|producto|produit|art[ií]culo|referencia|color|descuento|estado|proyecto|serie|mensaje))(?![\p{L}\p{N}])/iu;

/** Whether the word at this place calls something else a code. */
export function isOtherCode(text: string, from: number, to: number): boolean {
  return (
    otherCodesBefore.test(text.slice(Math.max(0, from - 30), from)) ||
    otherCodesBehind.test(text.slice(to, to + 30))
  );
}

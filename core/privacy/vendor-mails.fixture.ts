/** Mails as vendors send them, in the words of no one vendor: each says what it is for, the code, and how long it is valid. */
export function vendorMails(code: string): readonly (readonly [string, string])[] {
  return [
    [
      'English',
      `Dear customer,\nyou have asked for the password of your device to be reset.\n\nYour security code is: ${code}\n\nIt is valid for 24 hours. Do not reply to this mail.`,
    ],
    [
      'English with the code in a line of its own',
      `From: noreply@vendor.example\nSubject: Security code\n\nDear user,\nSecurity code:\n\n${code}\n\nPlease reset the password within 24 hours.`,
    ],
    ['one line', `DMSS password reset, security code: ${code}, valid for 24 hours`],
    [
      'quoted',
      `> Subject: Security code\n> Dear user,\n> your security code is ${code}\n> valid for 24 hours\nCustomer read this out.`,
    ],
    [
      'Spanish',
      `Estimado usuario:\nHa solicitado restablecer la contraseña de su dispositivo.\n\nSu código de seguridad es: ${code}\n\nEs válido durante 24 horas. No responda a este correo.`,
    ],
    [
      'German',
      `Sehr geehrte Kundin,\nSie möchten das Passwort zurücksetzen.\nSicherheitscode: ${code}\nGültig 24 Stunden.`,
    ],
    [
      'French',
      `Cher client,\nvous avez demandé à réinitialiser le mot de passe.\nCode de sécurité : ${code}\nValable 24 heures.`,
    ],
    [
      'Italian',
      `Gentile cliente,\nper reimpostare la password usi il codice di sicurezza: ${code}\nValido 24 ore.`,
    ],
    [
      'Portuguese',
      `Prezado cliente,\npara redefinir a senha use o código de segurança: ${code}\nVálido por 24 horas.`,
    ],
    [
      'Polish',
      `Szanowny kliencie,\naby zresetować hasło:\nKod bezpieczeństwa: ${code}\nKod jest ważny 24 godziny (Dahua).`,
    ],
    ['Russian', `Уважаемый клиент!\nДля сброса пароля:\nКод безопасности: ${code}\nДействителен 24 часа.`],
    ['Chinese', `尊敬的用户：\n您正在重置设备密码。\n安全码：${code}\n24小时内有效，请勿回复。`],
  ];
}

/** What notes say of a password instead of the password. English, Spanish (in its forms) and German. */
const english =
  'unknown forgotten forgot lost none nothing wrong right correct incorrect invalid valid expired reset changed change set unset requested needed needs required missing empty blank same different weak strong okay fine good better accepted refused rejected denied locked blocked saved stored noted written unclear default later tomorrow today yesterday here there ready done pending open closed safe secret private protected hidden available still unchanged confirmed verified working works worked failed fails created updated shared known problem problems issue issues error errors policy rules question questions recovery manager field hint help page screen email mail login change changes please check checked again customer caller owner hers mine theirs yours ours them that this what with without only twice once long short easy hard simple common gone back ours also never always already maybe possibly probably unclear else more less first last next soon important urgent anything something everything nowhere somewhere sent told asked typed tried enter entered read shown seen used unused in-use n/a see ask call wait case-sensitive';
const spanish =
  'desconocida olvidada olvidó perdida ninguna ninguno nada incorrecta correcta errónea erronea equivocada mala inválida invalida válida valida vencida caducada cambiada cambiar cambio nueva vieja anterior misma distinta diferente vacía vacia débil debil fuerte segura insegura aceptada rechazada bloqueada guardada anotada apuntada pendiente lista hecha mañana ayer luego después despues aquí aqui allí alli pedida solicitada necesaria requerida falta faltante correo restablecida restablecer reiniciada funcionando funciona funcionó secreta privada protegida conocida compartida recordada confirmada verificada creada actualizada otra suya mía mia fácil facil difícil dificil larga corta igual buena imposible importante urgente todavía todavia siempre nunca cliente dueño ella esta está esa con para sólo solo bien listo puesta probada usada dicha enviada escrita leída leida simple común comun ninguna correctamente';
const german =
  'unbekannt vergessen verloren keins keine falsch richtig korrekt ungültig gültig abgelaufen geändert gesetzt neu alt gleich anders leer schwach stark gesperrt gespeichert notiert später morgen heute gestern fertig offen sicher geheim bekannt unklar fehlt nötig';

const words: ReadonlySet<string> = new Set(`${english} ${spanish} ${german}`.split(' '));

/** Whether a word behind "password:" says how it is with the password. */
export function saysHowItIs(word: string): boolean {
  return words.has(word.toLowerCase());
}

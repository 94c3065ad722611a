/** Words of notes that have digits and are neither codes nor passwords. */

export function isUnit(word: string): boolean {
  return /^\d+(?:h|hrs?|hours?|min|mins|minutes?|sec|s|d|days?|x|th|st|nd|rd|mb|gb|tb|mp|ch|am|pm|eur|usd|euros?|horas?|minutos?|d[ií]as?|stunden|minuten|tage)$/iu.test(
    word,
  );
}

export function isModel(word: string): boolean {
  return (
    /^(?:DHI?|XVR|NVR|DVR|HCVR|HDCVR|IPC|HAC|ASI|VTO|VTH|VTS|NVS|PTZ|SD\d|DS|LHV|LNR|AMDV)[-A-Z0-9/.]*$/iu.test(
      word,
    ) && /\d/.test(word)
  );
}

/** 15 capitals and digits, on labels 10 to 20. */
export function isSerial(word: string): boolean {
  return /^[A-Z0-9]{10,20}$/.test(word);
}

export function isPhone(word: string): boolean {
  return /^(?:\+|00|0)\d/.test(word) && word.replace(/\D/g, '').length >= 9;
}

export function isDate(word: string): boolean {
  return (
    /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^\d{1,2}:\d{2}/.test(word) ||
    /^20\d\d(?:0[1-9]|1[0-2])[0-3]\d$/.test(word)
  );
}

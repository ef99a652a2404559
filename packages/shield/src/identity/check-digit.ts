const weights = [7, 3, 1] as const;

/** What a character of a machine-readable zone counts; null for one that cannot stand there. */
function valueOf(character: string): number | null {
  if (character === '<') return 0;
  if (character >= '0' && character <= '9') return Number(character);
  if (character >= 'A' && character <= 'Z') return character.charCodeAt(0) - 55;
  return null;
}

/** The check digit of a field (ICAO 9303-3, 4.9): weights 7, 3, 1, modulo 10. Null where something in it cannot stand there. Pure. */
export function checkDigit(field: string): number | null {
  let sum = 0;
  for (let index = 0; index < field.length; index++) {
    const value = valueOf(field.charAt(index));
    if (value === null) return null;
    sum += value * (weights[index % weights.length] ?? 1);
  }
  return sum % 10;
}

/**
 * Words of the English list that sentences are full of. Of twelve words that were drawn for a phrase, four of these are there once in five hundred times; of twelve
 * of prose that all stand in the list, nearly always.
 */
export const usual: ReadonlySet<string> = new Set(
  (
    'you what can that have need this please there will tell know when like use want make where help long change any time one now about ' +
    'find much more still next all just order limit wrong they put right into good before today give way used possible extra off call ' +
    'someone sure day able current only keep start because between over again come two since first same already then also must never ' +
    'until tomorrow left under enter month year say seem small very well work always around away best both case check each easy ' +
    'end even ever every few side such than them try'
  ).split(' '),
);

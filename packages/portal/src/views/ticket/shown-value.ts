import type { PortalField } from '@fairlead/contract';
import { chosenIn } from '@fairlead/contract/form-conditions';
import {
  type FormKey,
  fieldTypeOf,
  isShippedField,
  type Network,
  networks,
} from '@fairlead/contract/ticket-forms';
import type { Speech } from '../../text/speech.ts';

/** A value of a ticket as its customer reads it: choices by their names, also where the form asks for something else by now. */
export function shownValue(
  { wire, locale }: Pick<Speech, 'wire' | 'locale'>,
  key: FormKey,
  value: string,
  field: Pick<PortalField, 'type' | 'choices'> | undefined,
): string {
  const type = field?.type ?? (isShippedField(key) ? fieldTypeOf(key) : 'line');
  const named = (one: string) => field?.choices.find((it) => it.value === one)?.label;
  switch (type) {
    case 'network':
      return (
        (Object.hasOwn(networks, value) && networks[value as Network].name) || wire('choice.network.other')
      );
    case 'choices':
      return new Intl.ListFormat(locale).format(chosenIn(value).map((it) => named(it) ?? it));
    case 'yes_no':
      return named(value) ?? value;
    case 'choice':
      return named(value) ?? (wire(`choice.${key}.${value}`) || value);
    default:
      return value;
  }
}

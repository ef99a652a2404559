import { languageOf } from '@fairlead/contract';
import type { Nearness } from '../../../tickets/index.ts';
import { unpackVector } from '../../model/embed/pack-vector.ts';
import { readTicketDirections, type TicketDirection } from './direction-store.ts';
import { knownScale } from './known-scale.ts';
import { directionIn, type MeaningScale, nearnessOf } from './meaning-scale.ts';

/** Tells how near tickets are in meaning by what an embeddings model has said of them; the less it was found to tell matters apart, the less it counts. */
export const nearTickets: Nearness = async (reader, id, others) => {
  if (others.length === 0) return new Map();
  const known = await knownScale(reader);
  if (!known) return new Map();
  const { name, scale } = known;
  const told = await readTicketDirections(reader, name, [id, ...others]);
  const turned = new Map(told.map((it) => [it.ticketId, turn(scale, it)]));
  const mine = turned.get(id);
  if (!mine) return new Map();
  turned.delete(id);
  return new Map([...turned].map(([other, it]) => [other, scale.counts * nearnessOf(scale, mine, it)]));
};

const turn = (scale: MeaningScale, { direction, locale }: TicketDirection) =>
  directionIn(scale, unpackVector(direction), languageOf(locale));

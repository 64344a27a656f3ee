import type { Chance } from "../chance.ts";

/** Where a request comes from. Real ones are digests; these are as opaque to whoever looks. */
export interface Place {
  readonly address: string;
  readonly network: string;
}

/** Tells where the next request comes from. */
export type Origin = (chance: Chance) => Place;

const placeIn = (network: string, host: number): Place => ({ address: `${network}.${host}`, network });

/** A machine, or everybody behind one router. */
export const oneAddress = (name: string): Origin => {
  const place = placeIn(name, 1);
  return () => place;
};

/** So many networks with so many addresses in use in each, all alike. */
export const manyNetworks =
  (name: string, networks: number, addressesEach: number): Origin =>
  (chance) =>
    placeIn(`${name}-${chance.int(1, networks)}`, chance.int(1, addressesEach));

/** A carrier's few networks, whose addresses are handed on from one telephone to the next every few minutes. */
export const carrier = (name: string): Origin => manyNetworks(name, 14, 250);

/** Households of a region, of which some are seen again and again. The projects of a region share them, as do bots that live there. */
export const households =
  (region: string, count = 4000): Origin =>
  (chance) => {
    const household = Math.floor(count * chance.next() ** 2);
    return placeIn(`home-${region}-${Math.floor(household / 3)}`, household % 3);
  };

/** The same from time to time another: cloud functions, whose machines come and go. */
export const cloud = (name: string): Origin => manyNetworks(`cloud-${name}`, 60, 40);

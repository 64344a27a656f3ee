/** The sorts of applications that demo projects are, by name. */
import { blog } from "./blog.ts";
import { bookings } from "./bookings.ts";
import { club } from "./club.ts";
import { events } from "./events.ts";
import { fleet } from "./fleet.ts";
import { game } from "./game.ts";
import { helpdesk } from "./helpdesk.ts";
import { library } from "./library.ts";
import { recipes } from "./recipes.ts";
import { sales } from "./sales.ts";
import { sensors } from "./sensors.ts";
import { shop } from "./shop.ts";

export { givenNames, type Rhythm, surnames } from "./kind.ts";
export const kinds = { shop, bookings, blog, sensors, recipes, fleet, club, library, helpdesk, sales, game, events } as const;
export type KindName = keyof typeof kinds;

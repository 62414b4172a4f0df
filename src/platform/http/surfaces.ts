import type { Market } from "../../kernel/market.js";
import type { SocketRoute } from "../../kernel/socket.js";
import type { HttpConfig } from "./config.js";
import type { PathTable } from "./path-table.js";
import type { Plan } from "./plan.js";

/** One address of a market: its base on any host, or its host base on its own host name. */
export interface Surface {
  readonly market: Market;
  readonly base: string;
  /** Undefined for the address that answers on every host. */
  readonly host: string | undefined;
  readonly routes: PathTable<Plan>;
  readonly sockets: PathTable<SocketRoute>;
}

/** Both addresses of a market (DESIGN §9). */
export function surfacesOf(
  market: Market,
  routes: PathTable<Plan>,
  sockets: PathTable<SocketRoute>,
  config: HttpConfig,
): Surface[] {
  const host = config.hosts[market.name] ?? `${market.name}.localhost`;
  return [
    { market, routes, sockets, base: trimmed(market.base), host: undefined },
    { market, routes, sockets, base: trimmed(market.hostBase), host },
  ];
}

function trimmed(base: string): string {
  return base.endsWith("/") ? base.slice(0, -1) : base;
}

function covers(surface: Surface, host: string, path: string): boolean {
  if (surface.host !== undefined && surface.host !== host) return false;
  const { base } = surface;
  return path.startsWith(base) && (path.length === base.length || path[base.length] === "/");
}

/**
 * Finds the surface that a request is for; a market's own host goes before a base. One that has
 * its host's root takes what is left there, so that `/sandbox` answers on every host.
 */
export class Surfaces {
  readonly #surfaces: readonly Surface[];

  constructor(surfaces: readonly Surface[]) {
    const rank = ({ host, base }: Surface): number =>
      host === undefined || base === "" ? 0 : 1_000;
    this.#surfaces = [...surfaces].sort(
      (a, b) => rank(b) + b.base.length - rank(a) - a.base.length,
    );
  }

  find(host: string, path: string): Surface | undefined {
    return this.#surfaces.find((surface) => covers(surface, host, path));
  }

  /** The path below the surface's base, beginning with a slash. */
  static below(surface: Surface, path: string): string {
    return path.slice(surface.base.length) || "/";
  }
}

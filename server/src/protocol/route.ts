/**
 * How the network is reached. One object stands behind every port, so that a whole run can be led to the practice
 * partner without a check, a plan or a refusal rule knowing of it.
 *
 * All fields are plain JSON: `FEDPLAN_ROUTE` carries the same shape on the command line.
 */
export interface Route {
  /** A few words that name the route in every result, e.g. `practice partner "healthy"`. */
  readonly name?: string;
  /** DNS servers as `address` or `address:port` (IPv6 in brackets when a port follows). Empty: the system's own. */
  readonly resolvers?: readonly string[];
  /** DNS servers that answer as those inside a network with a DNS of its own; asked for comparison. */
  readonly innerResolvers?: readonly string[];
  /** Address and port as the plan's DNS gives them, to the address and port really dialled: `"192.0.2.10:443": "127.0.0.1:50443"`. */
  readonly connect?: Readonly<Record<string, string>>;
  /** Further trusted certificate authorities, as PEM text. */
  readonly ca?: string;
}

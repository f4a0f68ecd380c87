import type { TcpPort } from '../checks/ports.ts';
import type { Connections } from './connection.ts';

/** Connects and hangs up at once. */
export function createTcpPort(connections: Connections): TcpPort {
  return {
    async connect(to, probe) {
      const started = performance.now();
      const socket = await (to.plain === true ? connections.openPlain(to, probe) : connections.open(to, probe));
      const way = { via: connections.via(to), elapsedMs: Math.round(performance.now() - started) };
      if ('kind' in socket) return { ...socket, ...way };
      socket.destroy();
      return { kind: 'open', ...(connections.byName(to) ? { byName: true as const } : {}), ...way };
    },
  };
}

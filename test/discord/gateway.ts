import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** What came in over the gateway. */
export type Packet = { readonly op: number; readonly d: unknown };

export type Gateway = {
  /** Everything that clients have sent, in order. */
  readonly received: readonly Packet[];
  /** Sends an event to the client that is connected, or keeps it until one has resumed. */
  dispatch(type: string, data: unknown): void;
  /** Cuts the connection without a word, as a failing network does. */
  drop(): void;
  /** Closes the connection with one of Discord's close codes. */
  closeWith(code: number): void;
  /** Fulfilled when the client has sent so many packets with this opcode. */
  saw(op: number, times?: number): Promise<void>;
  /** How many clients are connected. */
  connections(): number;
  /** Lets no client in any more: they are turned away with this close code. */
  refuseWith(code: number): void;
  close(): void;
};

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, hello: 10, heartbeatAck: 11 } as const;

/** Discord's gateway for one client: greets, lets in, keeps what is missed meanwhile, and lets the client resume. */
export function openGateway(
  server: Server,
  options: { token: string; ready: () => object; guilds: () => readonly object[] },
): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const received: Packet[] = [];
  const watchers: (() => void)[] = [];
  let sequence = 0;
  let current: WebSocket | null = null;
  let refusal: number | null = null;
  /** Events by their sequence number, for a client that resumes. */
  const sent: { s: number; t: string; d: unknown }[] = [];

  const send = (socket: WebSocket, packet: object) => socket.send(JSON.stringify(packet));
  const dispatch = (t: string, d: unknown) => {
    const event = { s: ++sequence, t, d };
    sent.push(event);
    if (current !== null) send(current, { op: OP.dispatch, ...event });
  };
  const letIn = (socket: WebSocket) => {
    current = socket;
    dispatch('READY', options.ready());
    for (const guild of options.guilds()) dispatch('GUILD_CREATE', guild);
  };
  const resume = (socket: WebSocket, seen: number) => {
    current = socket;
    for (const event of sent.filter(({ s }) => s > seen)) send(socket, { op: OP.dispatch, ...event });
    dispatch('RESUMED', {});
  };

  sockets.on('connection', (socket) => {
    send(socket, { op: OP.hello, d: { heartbeat_interval: 300 } });
    socket.on('close', () => {
      if (current === socket) current = null;
    });
    socket.on('message', (data) => {
      const packet = JSON.parse(String(data)) as { op: number; d: { token?: string; seq?: number } | null };
      received.push(packet);
      if (packet.op === OP.heartbeat) send(socket, { op: OP.heartbeatAck });
      else if (refusal !== null) socket.close(refusal);
      else if (packet.d?.token !== options.token) socket.close(4004);
      else if (packet.op === OP.identify) letIn(socket);
      else if (packet.op === OP.resume) resume(socket, packet.d.seq ?? 0);
      for (const watch of [...watchers]) watch();
    });
  });

  return {
    received,
    dispatch,
    drop: () => {
      for (const socket of sockets.clients) socket.terminate();
      current = null;
    },
    closeWith: (code) => {
      for (const socket of sockets.clients) socket.close(code);
      current = null;
    },
    refuseWith: (code) => {
      refusal = code;
    },
    saw: (op, times = 1) =>
      new Promise((resolve) => {
        const watch = () => {
          if (received.filter((packet) => packet.op === op).length >= times) resolve();
        };
        watchers.push(watch);
        watch();
      }),
    connections: () => sockets.clients.size,
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

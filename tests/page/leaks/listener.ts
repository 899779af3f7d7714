import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that takes anything from anyone, and remembers which probes reached it. */
export interface Listener {
  address: string;
  reached: Set<string>;
  close(): Promise<void>;
}

/** A probe's request is for /<probe>; the answer is of the kind that the probe can use. */
const answers: Record<string, { type: string; body: string | Buffer }> = {
  js: { type: 'text/javascript', body: 'globalThis.reached = true;' },
  css: { type: 'text/css', body: 'body { color: inherit }' },
  html: { type: 'text/html', body: '<!doctype html><title>reached</title>' },
  events: { type: 'text/event-stream', body: 'data: reached\n\n' },
  svg: { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/></svg>' },
  vtt: { type: 'text/vtt', body: 'WEBVTT\n' },
};

export async function startListener(): Promise<Listener> {
  const reached = new Set<string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [probe = '', kind = ''] = pathname.slice(1).split('.');
    reached.add(probe);
    const { type, body } = answers[kind] ?? { type: 'text/plain', body: 'reached' };
    response.writeHead(200, {
      'content-type': type,
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-private-network': 'true',
    });
    response.end(body);
  });
  server.on('upgrade', (request, socket) => {
    reached.add((request.url ?? '/').slice(1));
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.end(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reached,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

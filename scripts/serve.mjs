// Serves one folder to this machine alone: node scripts/serve.mjs FOLDER [PORT]
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * @param {string} folder
 * @param {{ port?: number, under?: string, asked?: (address: string) => void }} [options] `port` 0
 *   takes any free one; `under` is the path that the folder is served at; `asked` hears of every
 *   request
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, under = '/', asked } = {}) {
  const server = createServer(async (request, response) => {
    asked?.(request.url ?? '/');
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = normalize(path.slice(under.length) || 'index.html');
    try {
      if (!path.startsWith(under) || file.startsWith('..')) throw new Error('outside the folder');
      const body = await readFile(join(folder, file));
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${bound.port}${under}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} folder @param {string | undefined} wanted */
async function main(folder, wanted) {
  const usual = 8317;
  const { address } = await serve(folder, { port: Number(wanted || usual) }).catch((error) => {
    if (error.code !== 'EADDRINUSE' || wanted) throw error;
    return serve(folder);
  });
  console.log(`Riskset is at ${address} (stop with Ctrl+C)`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(process.argv[2] ?? 'dist', process.argv[3]).catch((error) => {
    console.error(`Cannot serve the page: ${error.message}`);
    process.exitCode = 1;
  });
}
